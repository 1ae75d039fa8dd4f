package dev.smartspawn.worker.claim;

import dev.smartspawn.schema.price.Baseline;
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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One worker's claim on one spawn. Every step is written to the log and read back, which tells
 * whether the claim still held when the step was written.
 */
public final class Attempt {

  private final SpawnId spawnId;
  private final RequestId requestId;
  private final String attemptId;
  private final Instant deadline;
  private final Ledger ledger;
  private final Clock clock;
  private final Set<Runnable> openCalls = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable String stopReason;
  private volatile boolean callsClosed;

  /**
   * @param requestId the request that created the spawn
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

  /** Is sent with every step and every call. */
  public RequestId requestId() {
    return requestId;
  }

  public Instant deadline() {
    return deadline;
  }

  public SpawnHistory history() {
    return ledger.history(spawnId);
  }

  /** Whether the spawn has ended or been cancelled, by this worker or another. */
  public boolean isSettled() {
    return history().account().isOver();
  }

  /** The time until the deadline; zero once it has passed. */
  public Duration remaining() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Makes the next step of this attempt fail with {@link AttemptOverException}. */
  public void stop(String reason) {
    stopReason = reason;
    stopped.countDown();
  }

  /**
   * Keeps what closes an open call, until the returned registration is closed.
   *
   * @param close is run by {@link #closeCalls}, or at once if that has been called
   */
  public AutoCloseable registerCall(Runnable close) {
    openCalls.add(close);
    if (callsClosed) {
      close.run();
    }
    return () -> openCalls.remove(close);
  }

  /** Closes the open calls of a spawn that is over: nobody waits for their answers. */
  public void closeCalls() {
    callsClosed = true;
    openCalls.forEach(Runnable::run);
  }

  /**
   * Writes a step. The step counts only while this attempt owns the spawn.
   *
   * @throws AttemptOverException when the attempt has lost the spawn or was stopped
   */
  public void record(SpawnStep step) {
    rejectIfOver();
    ledger.append(event(step), requestId);
    rejectIfOver();
  }

  /**
   * Writes the spawn's end.
   *
   * @param baselines what its cost is compared with
   * @throws AttemptOverException when the attempt has lost the spawn or was stopped
   */
  public void finish(SpawnResult result, List<Baseline> baselines) {
    rejectIfOver();
    ledger.append(event(new SpawnStep.Finished(result, baselines)), requestId);
  }

  /** Writes how a call ended, even if this attempt has lost the spawn: its cost counts. */
  public void settle(SpawnStep outcome) {
    ledger.append(event(outcome), requestId);
  }

  /**
   * @throws AttemptOverException when the attempt has lost the spawn or was stopped
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
   * Waits for that long.
   *
   * @throws AttemptOverException as soon as the attempt is stopped
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
