package dev.smartspawn.enrich;

import java.time.Duration;

/**
 * Decides when to compute the table: not for every record, but soon after the last one, and at once
 * when every pull is complete. While pulls are under way it waits for them for a while, because a
 * table for each source takes the processor from the pulls that are still being read.
 */
final class RunPacing {

  /** After this time without a record, the records so far are taken as complete. */
  static final Duration QUIET = Duration.ofMillis(250);

  /** While records keep coming, a run waits no longer than this. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /**
   * While a pull is under way, a run waits no longer than this: a slow source holds up no other.
   */
  static final Duration PULL_PATIENCE = Duration.ofSeconds(2);

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

  /**
   * @param atPullBoundary whether every pull that has ended was read completely
   * @param pullUnderWay whether a pull has begun and not ended
   */
  boolean isDue(long nowMillis, boolean atPullBoundary, boolean pullUnderWay) {
    if (!isPending()) {
      return false;
    }
    long waitedMillis = nowMillis - firstAtMillis;
    if (pullUnderWay) {
      return waitedMillis >= PULL_PATIENCE.toMillis();
    }
    return atPullBoundary || isQuietFor(QUIET, nowMillis) || waitedMillis >= PATIENCE.toMillis();
  }

  boolean isQuietFor(Duration span, long nowMillis) {
    return nowMillis - lastAtMillis >= span.toMillis();
  }

  boolean isPending() {
    return firstAtMillis != NEVER;
  }
}
