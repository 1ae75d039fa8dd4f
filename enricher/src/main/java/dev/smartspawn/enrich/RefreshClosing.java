package dev.smartspawn.enrich;

import dev.smartspawn.enrich.intake.PullProgress;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Decides when a refresh is closed: no pull is under way, and every source has ended one since the
 * refresh before. A command or a round may be for some of the sources only. It is closed when
 * nothing more begins for a while.
 */
final class RefreshClosing {

  /** The sources that a command is for begin within less. */
  static final Duration QUIET = Duration.ofSeconds(1);

  /** Longer than any pull takes; then its ingestor has died. */
  private static final Duration LONGEST_PULL = Duration.ofMinutes(15);

  private final PullProgress progress;
  private long heardAtMillis;

  RefreshClosing(PullProgress progress) {
    this.progress = progress;
  }

  /** The status of a pull came. */
  void heard(long nowMillis) {
    heardAtMillis = nowMillis;
  }

  /**
   * Whether a refresh is open and nothing but time is missing to close it.
   *
   * @param closed by source, the end of its last pull in the refresh that was closed last
   */
  boolean isPending(Map<Source, Instant> closed, Instant now) {
    return !progress.ended().equals(closed) && progress.isAtPullBoundary() && !isPullUnderWay(now);
  }

  /** Whether a pull has begun that may still end. */
  boolean isPullUnderWay(Instant now) {
    return progress.isPullUnderWay(now.minus(LONGEST_PULL));
  }

  boolean isDue(Map<Source, Instant> closed, Instant now, long nowMillis) {
    return isPending(closed, now)
        && (haveAllEnded(closed) || nowMillis - heardAtMillis >= QUIET.toMillis());
  }

  private boolean haveAllEnded(Map<Source, Instant> closed) {
    Map<Source, Instant> ended = progress.ended();
    return Source.PULLED.stream()
        .allMatch(
            source -> {
              Instant end = ended.get(source);
              return end != null && !end.equals(closed.get(source));
            });
  }
}
