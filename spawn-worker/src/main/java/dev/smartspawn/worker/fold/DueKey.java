package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.spawn.SpawnId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** Sorts spawns by when something is due: eight bytes of milliseconds, then the id. */
final class DueKey {

  private DueKey() {}

  static Bytes of(Instant at, SpawnId id) {
    return of(at, id.value().getBytes(StandardCharsets.UTF_8));
  }

  /** Before every spawn that is due then. */
  static Bytes of(Instant at) {
    return of(at, new byte[0]);
  }

  private static Bytes of(Instant at, byte[] id) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + id.length).putLong(at.toEpochMilli()).put(id).array());
  }
}
