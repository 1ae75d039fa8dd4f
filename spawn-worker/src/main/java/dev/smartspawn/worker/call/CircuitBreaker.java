package dev.smartspawn.worker.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops calls to a provider that keeps failing. It opens after several failures in a row. After a
 * while it is half-open and permits one trial call; success closes it.
 */
public final class CircuitBreaker {

  static final int FAILURES_TO_OPEN = 5;
  static final Duration OPEN_FOR = Duration.ofSeconds(10);

  private final Clock clock;
  private int failuresInARow;
  private Instant opened = Instant.MIN;
  private boolean trial;

  public CircuitBreaker(Clock clock) {
    this.clock = clock;
  }

  /** Whether a call may be made. Its outcome must be recorded, or the permission released. */
  public synchronized boolean tryAcquirePermission() {
    if (failuresInARow < FAILURES_TO_OPEN) {
      return true;
    }
    if (trial || untilHalfOpen().compareTo(Duration.ZERO) > 0) {
      return false;
    }
    trial = true;
    return true;
  }

  /** How long no call is permitted; zero when one may be made. */
  public synchronized Duration untilHalfOpen() {
    if (failuresInARow < FAILURES_TO_OPEN) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), opened.plus(OPEN_FOR));
    return left.isNegative() ? Duration.ZERO : left;
  }

  public synchronized void recordSuccess() {
    failuresInARow = 0;
    trial = false;
  }

  public synchronized void recordFailure() {
    failuresInARow++;
    trial = false;
    if (failuresInARow >= FAILURES_TO_OPEN) {
      opened = clock.instant();
    }
  }

  /** The call was not made, or its failure says nothing about the provider. */
  public synchronized void releasePermission() {
    trial = false;
  }
}
