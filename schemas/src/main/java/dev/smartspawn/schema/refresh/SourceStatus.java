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
 * How the last pull of a source ended, and which of its records are served. The status is written
 * twice per pull. The first write, before the source is asked, changes only {@code attemptedAt},
 * {@code notBefore} and {@code nextPull}, so that repeated crashes cannot use up a quota. The
 * second write, when the outcome is known, is in the same transaction as the pull's raw records.
 *
 * @param outcome how the last finished pull ended; {@code stale} also if a part of the source could
 *     not be read, so that this part's older records are served beside the new ones
 * @param reason why the outcome is not ok; absent when it is
 * @param pullId the last pull whose records are in the raw topic; absent when there are none
 * @param lastPull when that pull began
 * @param count the number of live records in the raw topic, as the last good pull delivered them
 * @param origin where those records came from; absent when there are none
 * @param rawEndOffset one past the last record of the raw topic that belongs to {@code pullId}; 0
 *     when there is none
 * @param attemptedAt when the source was last asked, whatever the outcome
 * @param finishedAt when the last outcome was known; earlier than {@code attemptedAt} while a pull
 *     is running
 * @param notBefore the earliest time at which the source may be asked again
 * @param nextPull the next scheduled pull
 * @param durationMillis how long the last finished pull took
 * @param requests HTTP requests the last finished pull made, retries included
 * @param tally what the last finished pull changed
 * @param refused field to the number of its values in the last finished pull that could not be read
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
    Map<String, Integer> refused,
    Map<String, String> validators) {

  public SourceStatus {
    if (source == null || outcome == null) {
      throw new IllegalArgumentException("'source' and 'outcome' are required");
    }
    tally = tally == null ? Tally.NONE : tally;
    refused = refused == null ? Map.of() : Map.copyOf(refused);
    validators = validators == null ? Map.of() : Map.copyOf(validators);
  }

  /** A source that was never pulled. */
  public static SourceStatus never(Source source) {
    return new SourceStatusBuilder(source).build();
  }

  /**
   * Whether a pull has begun and its outcome is not known. The outcome may never be known, because
   * the ingestor may have died.
   */
  @JsonIgnore
  public boolean isUnderWay() {
    return attemptedAt != null && (finishedAt == null || finishedAt.isBefore(attemptedAt));
  }

  /** How a pull ended. */
  public enum Outcome {
    /** No pull has ended yet. */
    PENDING,
    /** The last pull succeeded and its records are served. */
    OK,
    /** The last pull failed; older records or the snapshot are served. */
    STALE,
    /** The last pull failed and there is nothing to serve. */
    ERROR,
    /** The source is not asked because its key is missing. */
    DISABLED,
    /** The source answered that it has nothing at its address, and it never had. */
    ABSENT;

    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Outcome of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  /** Where the records in a raw topic came from. */
  public enum Origin {
    LIVE,
    /** The snapshot in data/, written by hand for a source that was never reached. */
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
   * Counts of records by their change in the raw topic.
   *
   * @param rejected unusable records of the answer
   */
  public record Tally(int added, int changed, int removed, int unchanged, int rejected) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);
  }
}
