package dev.smartspawn.query.spawn;

import java.nio.ByteBuffer;
import java.util.stream.LongStream;

/**
 * The offsets of a spawn's events in its partition of spawn-events, oldest first. Stored as
 * differences, seven bits per byte: a few bytes per event.
 */
public final class EventOffsets {

  static final EventOffsets NONE = new EventOffsets(-1, -1, new byte[0]);

  private static final int MAX_STEP_BYTES = 10;

  private final int partition;
  private final long last;
  private final byte[] steps;

  private EventOffsets(int partition, long last, byte[] steps) {
    this.partition = partition;
    this.last = last;
    this.steps = steps;
  }

  EventOffsets with(int eventPartition, long offset) {
    ByteBuffer longer = ByteBuffer.allocate(steps.length + MAX_STEP_BYTES).put(steps);
    long step = offset - last;
    while ((step & ~0x7FL) != 0) {
      longer.put((byte) (step | 0x80));
      step >>>= 7;
    }
    longer.put((byte) step);
    byte[] all = new byte[longer.position()];
    longer.flip().get(all);
    return new EventOffsets(eventPartition, offset, all);
  }

  int partition() {
    return partition;
  }

  LongStream offsetsAfter(long offset) {
    return offsets().filter(each -> each > offset);
  }

  boolean isEmpty() {
    return steps.length == 0;
  }

  /** Of its last event so far. */
  public long last() {
    return last;
  }

  private LongStream offsets() {
    LongStream.Builder offsets = LongStream.builder();
    long offset = -1;
    long step = 0;
    int bits = 0;
    for (byte each : steps) {
      step |= (each & 0x7FL) << bits;
      bits += 7;
      if (each >= 0) {
        offset += step;
        offsets.add(offset);
        step = 0;
        bits = 0;
      }
    }
    return offsets.build();
  }
}
