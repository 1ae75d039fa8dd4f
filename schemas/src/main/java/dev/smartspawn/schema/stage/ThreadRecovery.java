package dev.smartspawn.schema.stage;

import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stage's thread that died, after a pause that doubles each time. Gives up at once when
 * the stage must not continue, and when threads keep dying of errors that waiting does not cure.
 */
public final class ThreadRecovery implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadRecovery.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** After a thread has lived this long, earlier failures no longer count. */
  private static final Duration CALM = Duration.ofMinutes(5);

  private static final int MOST_FAILURES = 6;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final String stage;
  private final Clock clock;
  private final Duration firstPause;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private int failures;
  private Instant lastFailure = Instant.MIN;
  private volatile @Nullable String verdict;

  /**
   * @param stage its name in messages
   */
  public ThreadRecovery(String stage, Clock clock) {
    this(stage, clock, FIRST_PAUSE);
  }

  /**
   * @param firstPause before the first replacement
   */
  ThreadRecovery(String stage, Clock clock, Duration firstPause) {
    this.stage = stage;
    this.clock = clock;
    this.firstPause = firstPause;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    OutOfMemoryExit.check(failure);
    Optional<UnsafeStateException> unsafe = unsafeState(failure);
    if (unsafe.isPresent()) {
      return giveUp(String.valueOf(unsafe.get().getMessage()), failure);
    }
    String cause = rootOf(failure).toString();
    failures = lastFailure.isBefore(clock.instant().minus(CALM)) ? 1 : failures + 1;
    lastFailure = clock.instant();
    if (failures >= MOST_FAILURES && !isPassing(failure)) {
      return giveUp(
          "failed %d times in a row, at last with: %s".formatted(failures, cause), failure);
    }
    LOG.warn(
        "a thread of the {} died, failure {} in a row, and is replaced: {}",
        stage,
        failures,
        cause);
    LOG.debug("where it died", failure);
    pause();
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Why it gave up, if it did. */
  public Optional<String> verdict() {
    return Optional.ofNullable(verdict);
  }

  /** Ends a pause. */
  public void stop() {
    stopping.countDown();
  }

  private StreamThreadExceptionResponse giveUp(String reason, Throwable failure) {
    verdict = reason;
    LOG.error("the {} gives up: {}", stage, reason, failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private void pause() {
    long millis = firstPause.toMillis() << Math.min(failures - 1, MOST_FAILURES);
    try {
      boolean stopped =
          stopping.await(Math.min(millis, LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
      LOG.debug("paused, stopped: {}", stopped);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Errors that pass, such as an unreachable broker. */
  private static boolean isPassing(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }

  private static Optional<UnsafeStateException> unsafeState(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnsafeStateException unsafe) {
        return Optional.of(unsafe);
      }
    }
    return Optional.empty();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
