package dev.smartspawn.worker.claim;

import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.ledger.Ledger;
import dev.smartspawn.worker.ledger.SpawnHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One claim of one worker on one spawn. Every step goes through the log, and comes back with the
 * answer to whether the claim still held there.
 */
public final class Attempt {

  private final SpawnId spawnId;
  private final RequestId requestId;
  private final String attemptId;
  private final Instant deadline;
  private final Ledger ledger;
  private final Clock clock;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable String stopReason;

  /**
   * @param requestId of the request that led to it
   */
  public Attempt(
      SpawnId spawnId,
      RequestId requestId,
      String attemptId,
      Instant deadline,
      Ledger ledger,
      Clock clock) {
    this.spawnId = spawnId;
    this.requestId = requestId;
    this.attemptId = attemptId;
    this.deadline = deadline;
    this.ledger = ledger;
    this.clock = clock;
  }

  public SpawnId spawnId() {
    return spawnId;
  }

  /** Goes with every step, and with every call made for it. */
  public RequestId requestId() {
    return requestId;
  }

  public Instant deadline() {
    return deadline;
  }

  public SpawnHistory history() {
    return ledger.history(spawnId);
  }

  /** Whether nothing of the spawn is left to be done, by whomever. */
  public boolean isSettled() {
    return history().account().isOver();
  }

  /** Until the deadline; never below zero. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Asks it to end at its next step. */
  public void stop(String reason) {
    stopReason = reason;
    stopped.countDown();
  }

  /**
   * Writes a step this attempt may write only while it owns the spawn.
   *
   * @throws AttemptOverException when it does not, or is to be stopped
   */
  public void record(SpawnStep step) {
    rejectIfOver();
    ledger.append(event(step), requestId);
    rejectIfOver();
  }

  /**
   * Writes the end, unless it is somebody else's to write.
   *
   * @throws AttemptOverException when this attempt does not own the spawn, or is to be stopped
   */
  public void finish(SpawnResult result) {
    rejectIfOver();
    ledger.append(event(new SpawnStep.Finished(result)), requestId);
  }

  /** Writes how a call ended, whoever owns the spawn by now: the ledger has to know. */
  public void settle(SpawnStep outcome) {
    ledger.append(event(outcome), requestId);
  }

  /**
   * @throws AttemptOverException when this attempt does not own the spawn any more, or is to be
   *     stopped
   */
  public void rejectIfOver() {
    String reason = stopReason;
    SpawnAccount account = history().account();
    if (reason == null && account.ended()) {
      reason = "the spawn has ended";
    } else if (reason == null && account.cancelRequested()) {
      reason = "the spawn was cancelled";
    } else if (reason == null && !account.isHeldBy(attemptId)) {
      reason = "another attempt has claimed the spawn";
    }
    if (reason != null) {
      throw new AttemptOverException(reason);
    }
  }

  /**
   * Waits.
   *
   * @throws AttemptOverException as soon as it is to be stopped
   */
  public void pause(Duration duration) {
    try {
      if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        rejectIfOver();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AttemptOverException("interrupted");
    }
  }

  private SpawnEvent event(SpawnStep step) {
    return new SpawnEvent(spawnId, clock.instant(), attemptId, step);
  }
}
