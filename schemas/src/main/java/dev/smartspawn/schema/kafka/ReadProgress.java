package dev.smartspawn.schema.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far each partition has been read; whoever wrote something waits here until it was. */
public final class ReadProgress {

  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private boolean ended;

  /**
   * May be said again: whoever waits is woken only when it has changed.
   *
   * @param position one past the last record read
   */
  public synchronized void reached(TopicPartition partition, long position) {
    Long before = positions.put(partition, position);
    if (before == null || before != position) {
      notifyAll();
    }
  }

  /** Nothing will be read any more. */
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
