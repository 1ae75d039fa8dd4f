package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.spawn.SpawnId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** Sorts spawns by deadline: eight bytes of milliseconds, then the id. */
final class DeadlineKey {

  private DeadlineKey() {}

  static Bytes of(Instant at, SpawnId id) {
    return of(at, id.value().getBytes(StandardCharsets.UTF_8));
  }

  /** Sorts before every spawn with this deadline. */
  static Bytes of(Instant at) {
    return of(at, new byte[0]);
  }

  private static Bytes of(Instant at, byte[] id) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + id.length).putLong(at.toEpochMilli()).put(id).array());
  }
}
