package dev.smartspawn.worker.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps calls from a provider that fails again and again: open after a row of failures, half-open
 * after a while, when one call may try; its success closes it.
 */
public final class Circuit {

  static final int FAILURES_TO_OPEN = 5;
  static final Duration OPEN_FOR = Duration.ofSeconds(10);

  private final Clock clock;
  private int failuresInARow;
  private Instant opened = Instant.MIN;
  private boolean trying;

  public Circuit(Clock clock) {
    this.clock = clock;
  }

  /** Whether a call may be made; its outcome must be told. */
  public synchronized boolean lets() {
    if (failuresInARow < FAILURES_TO_OPEN) {
      return true;
    }
    if (trying || untilHalfOpen().compareTo(Duration.ZERO) > 0) {
      return false;
    }
    trying = true;
    return true;
  }

  /** How long no call will be let; zero where one may be. */
  public synchronized Duration untilHalfOpen() {
    if (failuresInARow < FAILURES_TO_OPEN) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), opened.plus(OPEN_FOR));
    return left.isNegative() ? Duration.ZERO : left;
  }

  public synchronized void succeeded() {
    failuresInARow = 0;
    trying = false;
  }

  /** The provider failed. */
  public synchronized void failed() {
    failuresInARow++;
    trying = false;
    if (failuresInARow >= FAILURES_TO_OPEN) {
      opened = clock.instant();
    }
  }

  /** The call was not made after all, or failed for a reason of its own. */
  public synchronized void saidNothing() {
    trying = false;
  }
}
