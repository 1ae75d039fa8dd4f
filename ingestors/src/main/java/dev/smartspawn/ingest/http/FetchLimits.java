package dev.smartspawn.ingest.http;

import java.time.Duration;

/**
 * The limits of a pull.
 *
 * @param requestTimeout longest time that a single request may take, body included
 * @param pullTimeout longest time that all requests of a pull together may take
 * @param maxBodyBytes the size of the largest accepted answer
 * @param tries the most tries of a request that fails temporarily
 * @param firstBackoff pause before the second try; it doubles with each further try
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
   * @param jitter from 0 to 1, so that instances do not retry at the same time
   */
  public Duration backoff(int failures, double jitter) {
    long millis = firstBackoff.toMillis() << Math.min(failures - 1, 10);
    return Duration.ofMillis((long) (millis * (0.5 + jitter / 2)));
  }
}
