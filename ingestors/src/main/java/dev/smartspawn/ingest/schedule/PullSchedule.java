package dev.smartspawn.ingest.schedule;

import dev.smartspawn.schema.refresh.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a source is pulled.
 *
 * @param interval time from one pull to the next
 * @param minInterval shortest time between two pulls, also for refresh commands
 */
public record PullSchedule(Duration interval, Duration minInterval) implements PullTiming {

  /** The pause after a failed pull, which is usually shorter than the interval. */
  static final Duration RETRY = Duration.ofMinutes(15);

  @Override
  public boolean isDue(SourceStatus status, Instant now) {
    Instant next = status.nextPull();
    return next != null && !now.isBefore(next) && closedUntil(status, now).isEmpty();
  }

  @Override
  public Optional<Instant> closedUntil(SourceStatus status, Instant now) {
    return Optional.ofNullable(status.notBefore()).filter(now::isBefore);
  }

  @Override
  public Instant notBefore(Instant begunAt) {
    return begunAt.plus(minInterval);
  }

  @Override
  public Instant afterSuccess(Instant begunAt) {
    return begunAt.plus(interval);
  }

  /** A {@code Retry-After} counts up to the interval, so that a wrong one cannot stop the pulls. */
  @Override
  public Instant afterFailure(Instant endedAt, Optional<Duration> retryAfter) {
    Duration pause = max(max(minInterval, RETRY), retryAfter.orElse(Duration.ZERO));
    return endedAt.plus(min(interval, pause));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
