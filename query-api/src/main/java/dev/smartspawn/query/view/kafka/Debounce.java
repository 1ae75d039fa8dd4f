package dev.smartspawn.query.view.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a task after changes, on a thread of its own: soon after the first change, not more often
 * than at an interval during a burst of them, and always once more after the last.
 */
final class Debounce implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Debounce.class);

  private final Runnable task;
  private final long quietNanos;
  private final long intervalNanos;
  private final AtomicBoolean pending = new AtomicBoolean();
  private final ScheduledExecutorService thread;
  private volatile long lastRunNanos;

  /**
   * @param quiet from a change to the run
   * @param interval from one run to the next
   */
  Debounce(String threadName, Runnable task, Duration quiet, Duration interval) {
    this.task = task;
    this.quietNanos = quiet.toNanos();
    this.intervalNanos = interval.toNanos();
    this.lastRunNanos = System.nanoTime() - intervalNanos;
    this.thread = Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, threadName));
  }

  /** Records a change. Returns immediately. */
  void changed() {
    if (pending.compareAndSet(false, true)) {
      long sinceLastNanos = System.nanoTime() - lastRunNanos;
      long delayNanos = Math.max(quietNanos, intervalNanos - sinceLastNanos);
      ScheduledFuture<?> unused = thread.schedule(this::run, delayNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** The same after a while. */
  void changedIn(Duration delay) {
    ScheduledFuture<?> unused =
        thread.schedule(this::changed, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs the task now. Returns immediately; the future completes with the task. */
  CompletableFuture<Void> runNow() {
    return CompletableFuture.runAsync(task, thread);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void run() {
    pending.set(false);
    lastRunNanos = System.nanoTime();
    try {
      task.run();
    } catch (RuntimeException e) {
      log.error("failed, and tried again at the next change", e);
    }
  }
}
