package dev.smartspawn.worker.ledger;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How far each partition has been read; whoever wrote something waits here until it was. */
final class ReadProgress {

  private final Map<Integer, Long> positions = new HashMap<>();
  private boolean ended;

  /**
   * @param position one past the last record read
   */
  synchronized void reached(int partition, long position) {
    positions.put(partition, position);
    notifyAll();
  }

  /** Nothing will be read any more. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /**
   * @throws LedgerException when the record was not read in time
   */
  synchronized void await(int partition, long offset, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (positions.getOrDefault(partition, 0L) <= offset) {
      long leftMillis = (end - System.nanoTime()) / 1_000_000;
      if (ended || leftMillis <= 0) {
        throw new LedgerException(
            "spawn-events %d-%d was written but not read back within %s"
                .formatted(partition, offset, patience),
            new IllegalStateException(ended ? "the reader has ended" : "the reader is behind"));
      }
      wait(leftMillis);
    }
  }
}
