package dev.smartspawn.schema.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Tracks how far each partition has been read. A writer waits here until its own record was read.
 */
public final class ReadProgress {

  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private boolean ended;

  /**
   * Reports a position. Repeating the same position is cheap: waiting threads wake up only on a
   * change.
   *
   * @param position one past the last record read
   */
  public synchronized void reached(TopicPartition partition, long position) {
    Long before = positions.put(partition, position);
    if (before == null || before != position) {
      notifyAll();
    }
  }

  /** Ends the reading: every waiting thread returns without its record. */
  public synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * @return whether the record was read in time
   */
  public synchronized boolean await(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (positions.getOrDefault(partition, 0L) <= offset) {
      long leftMillis = (end - System.nanoTime()) / 1_000_000;
      if (ended || leftMillis <= 0) {
        return false;
      }
      wait(leftMillis);
    }
    return true;
  }
}
