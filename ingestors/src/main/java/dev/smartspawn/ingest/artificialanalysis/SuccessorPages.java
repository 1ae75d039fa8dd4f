package dev.smartspawn.ingest.artificialanalysis;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.JsonAnswer;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.ingest.source.LostFields;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code GET /api/v2/language/models/free}, page by page. Reads either all pages or none. */
final class SuccessorPages {

  private static final String EXPECTED =
      "a JSON object with 'data', a list of models, and 'pagination'";

  private static final int PAGE_SIZE = 200;

  /** Ten times the real size; a page's entries are in memory together. */
  private static final long MAX_PAGE_BYTES = 4 << 20;

  /**
   * Far above the real number of pages: a source that always announces more must not block the
   * pull.
   */
  private static final int MAX_PAGES = 50;

  private final Fetcher fetcher;
  private final URI base;
  private final ApiKey key;
  private final EntryFilter<ArtificialAnalysisModel> models;
  private final Set<String> ids = new HashSet<>();
  private int entriesRead;

  SuccessorPages(Fetcher fetcher, URI base, ApiKey key) {
    this.fetcher = fetcher;
    this.base = base;
    this.key = key;
    this.models = new EntryFilter<>(fetcher.server());
  }

  Pulled<ArtificialAnalysisModel> pull() throws PullException, InterruptedException {
    for (int page = 1; page <= MAX_PAGES; page++) {
      try (Answer answer = ask(page)) {
        if (!read(answer)) {
          return models.records(Validators.NONE);
        }
      }
    }
    throw new PullException(
        "%s still has more after %d pages: expected an end".formatted(fetcher.server(), MAX_PAGES));
  }

  private Answer ask(int page) throws PullException, InterruptedException {
    String path = "/api/v2/language/models/free?page=%d&page_size=%d".formatted(page, PAGE_SIZE);
    Request request = Request.get(base, path).expectingAtMost(MAX_PAGE_BYTES);
    return fetcher.get(ArtificialAnalysisReader.keyed(request, key));
  }

  /**
   * @return whether there are more pages
   */
  private boolean read(Answer answer) throws PullException {
    List<JsonEntry> entries = new ArrayList<>();
    JsonEntry root = JsonAnswer.read(answer, "data", EXPECTED, entries::add);
    try {
      String version = root.lenient(new LostFields()).text("intelligence_index_version");
      for (JsonEntry entry : entries) {
        refuseRepetition(answer, entry);
        models.add(entry.label("name"), entry, row -> AnalysisEntry.readSuccessor(row, version));
      }
      return hasMore(answer, root.at("pagination"), entries);
    } catch (IllegalArgumentException e) {
      throw answer.unexpected(EXPECTED, String.valueOf(e.getMessage()));
    }
  }

  private void refuseRepetition(Answer answer, JsonEntry entry) throws PullException {
    String id = entry.lenient(new LostFields()).text("id");
    entriesRead++;
    if (id != null && !ids.add(id)) {
      throw answer.unexpected(
          "every model on one page only", "'%s', which an earlier page held".formatted(id));
    }
  }

  private boolean hasMore(Answer answer, JsonEntry pagination, List<JsonEntry> entries)
      throws PullException {
    Boolean more = pagination.flag("has_more");
    if (more == null) {
      throw answer.unexpected("'pagination.has_more'", "none");
    }
    if (more && entries.isEmpty()) {
      throw answer.unexpected("models, since more were announced", "an empty page");
    }
    Long total = pagination.integer("total_count");
    if (!more && total != null && total != entriesRead) {
      throw answer.unexpected(
          "%d models in all".formatted(total), "the end after %d".formatted(entriesRead));
    }
    return more;
  }
}
