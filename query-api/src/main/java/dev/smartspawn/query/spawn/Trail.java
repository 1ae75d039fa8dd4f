package dev.smartspawn.query.spawn;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Where a spawn's events stand in its partition of spawn-events, oldest first. */
public final class Trail {

  static final Trail NONE = new Trail(-1, new long[0]);

  private final int partition;
  private final long[] offsets;

  private Trail(int partition, long[] offsets) {
    this.partition = partition;
    this.offsets = offsets;
  }

  Trail with(int eventPartition, long offset) {
    long[] longer = Arrays.copyOf(offsets, offsets.length + 1);
    longer[offsets.length] = offset;
    return new Trail(eventPartition, longer);
  }

  int partition() {
    return partition;
  }

  LongStream offsetsAfter(long offset) {
    return Arrays.stream(offsets).filter(each -> each > offset);
  }

  boolean isEmpty() {
    return offsets.length == 0;
  }

  /** Of its last event so far. */
  public long last() {
    return isEmpty() ? -1 : offsets[offsets.length - 1];
  }
}
