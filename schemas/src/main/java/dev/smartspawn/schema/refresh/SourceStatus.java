package dev.smartspawn.schema.refresh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the last pull of a source ended, and what is served of it. Written once before a source is
 * asked (only {@code attemptedAt}, {@code notBefore} and {@code nextPull} move then, so that a
 * crash cannot burn a quota) and once when the outcome is known, in the same transaction as the
 * pull's raw records.
 *
 * @param outcome how the last finished pull ended
 * @param reason why the outcome is not ok
 * @param pullId the last pull whose records stand in the raw topic; absent when there are none
 * @param lastPull when that pull was begun
 * @param count records the raw topic holds live, which is what the last good pull delivered
 * @param origin where those records came from; absent when there are none
 * @param rawEndOffset one past the last record of the raw topic that belongs to {@code pullId}; 0
 *     when there is none
 * @param attemptedAt when the source was last asked, whatever came of it
 * @param finishedAt when the last outcome was known; before {@code attemptedAt} while a pull is
 *     under way
 * @param notBefore the source is not asked again before this
 * @param nextPull when the schedule asks it next
 * @param durationMillis how long the last finished pull took
 * @param requests HTTP requests the last finished pull made, retries included
 * @param tally what the last finished pull changed
 * @param validators address to entity tag or date, for conditional requests
 */
public record SourceStatus(
    Source source,
    Outcome outcome,
    @Nullable String reason,
    @Nullable String pullId,
    @Nullable Instant lastPull,
    int count,
    @Nullable Origin origin,
    long rawEndOffset,
    @Nullable Instant attemptedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant notBefore,
    @Nullable Instant nextPull,
    long durationMillis,
    int requests,
    Tally tally,
    Map<String, String> validators) {

  public SourceStatus {
    if (source == null || outcome == null) {
      throw new IllegalArgumentException("'source' and 'outcome' are required");
    }
    tally = tally == null ? Tally.NONE : tally;
    validators = validators == null ? Map.of() : Map.copyOf(validators);
  }

  /** A source that was never pulled. */
  public static SourceStatus never(Source source) {
    return new SourceStatusBuilder(source).build();
  }

  /**
   * Whether a pull has been begun whose outcome is not known (yet, or ever: its puller may be
   * dead).
   */
  @JsonIgnore
  public boolean isUnderWay() {
    return attemptedAt != null && (finishedAt == null || finishedAt.isBefore(attemptedAt));
  }

  /** How a pull ended. */
  public enum Outcome {
    /** No pull has ended yet. */
    PENDING,
    /** What is served is what the source said last. */
    OK,
    /** The last pull failed; what is served is older, or the snapshot. */
    STALE,
    /** The last pull failed and there is nothing to serve. */
    ERROR,
    /** Not asked at all: a key is missing. */
    DISABLED;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Outcome of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /** Where the records that stand in a raw topic came from. */
  public enum Origin {
    LIVE,
    /** The authored snapshot in data/, for a source that was never reached. */
    SNAPSHOT;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Origin of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Records by what a pull did to the raw topic.
   *
   * @param rejected records of the answer that could not be used
   */
  public record Tally(int added, int changed, int removed, int unchanged, int rejected) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);
  }
}
