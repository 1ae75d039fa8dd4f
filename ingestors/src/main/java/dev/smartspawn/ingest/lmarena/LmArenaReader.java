package dev.smartspawn.ingest.lmarena;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.Fetcher;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.http.Request;
import dev.smartspawn.ingest.http.Validators;
import dev.smartspawn.ingest.source.EntryFilter;
import dev.smartspawn.ingest.source.JsonAnswer;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.ingest.source.Pulled;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.net.URI;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest release of {@code fboulnois/llm-leaderboard-csv}: its tag from one address, its two
 * CSV files from another.
 */
public final class LmArenaReader implements SourceReader<ArenaRating> {

  private static final String REPOSITORY = "fboulnois/llm-leaderboard-csv";
  private static final String EXPECTED = "a JSON object with the release's 'tag_name'";
  private static final Pattern TAG = Pattern.compile("[\\w.+-]{1,100}");

  private final URI api;
  private final URI downloads;

  /**
   * @param api where the newest release is looked up
   * @param downloads the address of its files; it is not taken from the answer, so that a mirror
   *     can replace it
   */
  public LmArenaReader(URI api, URI downloads) {
    this.api = api;
    this.downloads = downloads;
  }

  @Override
  public SourceDescriptor<ArenaRating> descriptor() {
    return Sources.LMARENA;
  }

  @Override
  public Pulled<ArenaRating> pull(Fetcher fetcher, Validators known)
      throws PullException, InterruptedException {
    Request latest =
        Request.get(api, "/repos/" + REPOSITORY + "/releases/latest")
            .header("Accept", "application/json")
            .unlessStill(known);
    try (Answer release = fetcher.get(latest)) {
      if (release.isNotModified()) {
        return new Pulled.Unchanged<>();
      }
      EntryFilter<ArenaRating> ratings = ratings(fetcher, release);
      return ratings.records(Validators.NONE.with(latest.address(), release));
    }
  }

  private EntryFilter<ArenaRating> ratings(Fetcher fetcher, Answer release)
      throws PullException, InterruptedException {
    JsonEntry entry = JsonAnswer.read(release, EXPECTED);
    String tag = tag(release, entry);
    @Nullable LocalDate published = ReleaseDate.of(tag, entry);
    EntryFilter<ArenaRating> ratings = new EntryFilter<>(title());
    for (Board board : Board.values()) {
      try (Answer file = fetcher.get(file(tag, board))) {
        ArenaCsv.read(file, board, published, ratings);
      }
    }
    return ratings;
  }

  private Request file(String tag, Board board) {
    return Request.get(
        downloads,
        "/%s/releases/download/%s/lmarena_%s.csv".formatted(REPOSITORY, tag, board.id()));
  }

  private static String tag(Answer release, JsonEntry entry) throws PullException {
    try {
      String tag = entry.text("tag_name");
      if (tag != null && TAG.matcher(tag).matches()) {
        return tag;
      }
    } catch (IllegalArgumentException e) {
      throw release.unexpected(EXPECTED, String.valueOf(e.getMessage()));
    }
    throw release.unexpected(EXPECTED);
  }
}
