package dev.smartspawn.enrich;

import java.time.Duration;

/**
 * Decides when to compute the table: not for every record, but soon after the last one, and at once
 * when every pull is complete.
 */
final class RunPacing {

  /** After this time without a record, the records so far are taken as complete. */
  static final Duration QUIET = Duration.ofMillis(250);

  /** While records keep coming, a run waits no longer than this. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final long NEVER = -1;

  private long firstAtMillis = NEVER;
  private long lastAtMillis = NEVER;

  /** A record came that the next run must include. */
  void arrived(long nowMillis) {
    firstAtMillis = isPending() ? firstAtMillis : nowMillis;
    lastAtMillis = nowMillis;
  }

  void ran() {
    firstAtMillis = NEVER;
  }

  boolean isDue(long nowMillis, boolean atPullBoundary) {
    return isPending()
        && (atPullBoundary
            || isQuietFor(QUIET, nowMillis)
            || nowMillis - firstAtMillis >= PATIENCE.toMillis());
  }

  boolean isQuietFor(Duration span, long nowMillis) {
    return nowMillis - lastAtMillis >= span.toMillis();
  }

  boolean isPending() {
    return firstAtMillis != NEVER;
  }
}
