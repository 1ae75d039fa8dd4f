package dev.smartspawn.enrich;

import java.time.Duration;

/**
 * When to run: not for every record, but soon after the last one, and at once when no pull is half
 * in.
 */
final class RunPacing {

  /** So long without a record, and what came is taken for all there is. */
  static final Duration QUIET = Duration.ofMillis(250);

  /** Records that keep coming are not waited for longer than this. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final long NEVER = -1;

  private long firstAtMillis = NEVER;
  private long lastAtMillis = NEVER;

  /** Something came that the next run has to take up. */
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

  private boolean isPending() {
    return firstAtMillis != NEVER;
  }
}
