package dev.smartspawn.ingest.schedule;

import dev.smartspawn.schema.refresh.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a feed is pulled. */
public interface PullTiming {

  /** Whether a pull is due without a refresh command. */
  boolean isDue(SourceStatus status, Instant now);

  /** The time before which no pull may begin; empty if a pull may begin now. */
  Optional<Instant> closedUntil(SourceStatus status, Instant now);

  /**
   * The earliest time of the next pull after one that begins at {@code begunAt}; null for no limit.
   */
  @Nullable Instant notBefore(Instant begunAt);

  /** When to pull next after a success; null when only an event starts a pull. */
  @Nullable Instant afterSuccess(Instant begunAt);

  /**
   * When to pull next after a failure; null when only an event starts a pull.
   *
   * @param retryAfter how long the source asked to wait
   */
  @Nullable Instant afterFailure(Instant endedAt, Optional<Duration> retryAfter);
}
