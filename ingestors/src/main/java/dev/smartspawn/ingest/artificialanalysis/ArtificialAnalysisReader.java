package dev.smartspawn.ingest.artificialanalysis;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.StatusException;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.ApiKey;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.JsonAnswer;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/v2/data/llms/models}, which has more data, or the pages of its successor when
 * that address is gone (410 or 404). Both need a key.
 */
public final class ArtificialAnalysisReader implements SourceReader<ArtificialAnalysisModel> {

  private static final Logger log = LoggerFactory.getLogger(ArtificialAnalysisReader.class);
  private static final String EXPECTED = "a JSON object whose 'data' lists the models";
  private static final String KEY_HEADER = "x-api-key";

  private final URI base;
  private final @Nullable ApiKey key;

  public ArtificialAnalysisReader(URI base, @Nullable ApiKey key) {
    this.base = base;
    this.key = key;
  }

  @Override
  public SourceDescriptor<ArtificialAnalysisModel> descriptor() {
    return Sources.ARTIFICIAL_ANALYSIS;
  }

  @Override
  public Pulled<ArtificialAnalysisModel> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    if (key == null) {
      return new Pulled.Disabled<>("no key: set ARTIFICIAL_ANALYSIS_API_KEY to pull this source");
    }
    if (!key.isSendable()) {
      return new Pulled.Disabled<>(
          "ARTIFICIAL_ANALYSIS_API_KEY has invalid characters: expected visible ASCII");
    }
    try {
      return pull(fetcher, known, key);
    } catch (StatusException e) {
      if (Set.of(401, 403).contains(e.status())) {
        throw new PullException(
            "Artificial Analysis refused the key (%s): check ARTIFICIAL_ANALYSIS_API_KEY"
                .formatted(e.getMessage()));
      }
      throw e;
    }
  }

  private Pulled<ArtificialAnalysisModel> pull(Fetcher fetcher, Validators known, ApiKey key)
      throws PullException, InterruptedException {
    Request request = keyed(Request.get(base, "/api/v2/data/llms/models"), key).unlessStill(known);
    try (Answer answer = fetcher.get(request)) {
      return answer.isNotModified() ? new Pulled.Unchanged<>() : read(request, answer);
    } catch (StatusException e) {
      if (!Set.of(404, 410).contains(e.status())) {
        throw e;
      }
      log.info("{}: asking the successor, since {}", source(), e.getMessage());
      return new SuccessorPages(fetcher, base, key).pull();
    }
  }

  private static Pulled<ArtificialAnalysisModel> read(Request request, Answer answer)
      throws PullException {
    EntryFilter<ArtificialAnalysisModel> models = new EntryFilter<>(answer.server());
    JsonAnswer.read(
        answer,
        "data",
        EXPECTED,
        entry -> models.add(entry.label("name"), entry, AnalysisEntry::readOld));
    return models.records(Validators.NONE.with(request.address(), answer));
  }

  static Request keyed(Request request, ApiKey key) {
    return request.secret(KEY_HEADER, key.text());
  }
}
