package dev.smartspawn.ingest.http;

import java.time.Duration;

/**
 * How far a pull may go.
 *
 * @param requestTimeout longest a single request may take, body included
 * @param pullTimeout longest all requests of a pull together may take
 * @param maxBodyBytes largest answer
 * @param tries how often a request is made that fails in a way that may pass
 * @param firstBackoff pause before the second try; doubles with each one
 */
public record FetchLimits(
    Duration requestTimeout,
    Duration pullTimeout,
    long maxBodyBytes,
    int tries,
    Duration firstBackoff) {

  private static final int DEFAULT_TRIES = 4;
  private static final Duration DEFAULT_BACKOFF = Duration.ofMillis(500);

  public static FetchLimits of(Duration requestTimeout, Duration pullTimeout, long maxBodyBytes) {
    return new FetchLimits(
        requestTimeout, pullTimeout, maxBodyBytes, DEFAULT_TRIES, DEFAULT_BACKOFF);
  }

  /**
   * @param failures failed tries so far, from 1
   * @param jitter from 0 to 1, so that instances do not come back in step
   */
  public Duration backoff(int failures, double jitter) {
    long millis = firstBackoff.toMillis() << Math.min(failures - 1, 10);
    return Duration.ofMillis((long) (millis * (0.5 + jitter / 2)));
  }
}
