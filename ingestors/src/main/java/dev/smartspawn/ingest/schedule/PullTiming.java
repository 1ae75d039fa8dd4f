package dev.smartspawn.ingest.schedule;

import dev.smartspawn.schema.refresh.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a feed is pulled. */
public interface PullTiming {

  /** Whether it is time for a pull nobody has asked for. */
  boolean isDue(SourceStatus status, Instant now);

  /** The moment before which no pull may begin, where that lies ahead. */
  Optional<Instant> closedUntil(SourceStatus status, Instant now);

  /** Before when a pull that begins now is not followed by another; null for no limit. */
  @Nullable Instant notBefore(Instant begunAt);

  /** When to pull next if all goes well; null when nothing but an event starts a pull. */
  @Nullable Instant afterSuccess(Instant begunAt);

  /**
   * When to pull next after a failure; null when nothing but an event starts a pull.
   *
   * @param retryAfter how long the source asked to be left alone
   */
  @Nullable Instant afterFailure(Instant endedAt, Optional<Duration> retryAfter);
}
