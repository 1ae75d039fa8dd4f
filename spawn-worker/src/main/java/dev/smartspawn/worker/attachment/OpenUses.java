package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.spawn.SpawnId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which attachments the requests name whose spawns may be open. */
final class OpenUses {

  private final Map<RecordPosition, Use> uses = new ConcurrentHashMap<>();
  private final Predicate<SpawnId> ended;

  /**
   * @param deadline the fold ends the spawn soon afterwards
   */
  private record Use(SpawnId spawn, Set<AttachmentId> attachments, Instant deadline) {}

  /**
   * @param ended whether a spawn is known to have ended
   */
  OpenUses(Predicate<SpawnId> ended) {
    this.ended = ended;
  }

  /** A record of spawn-requests. Invalid requests are rejected and need no attachments. */
  void read(ConsumerRecord<byte[], byte[]> record) {
    Set<AttachmentId> attachments = RequestedAttachments.in(record.value());
    if (attachments.isEmpty()) {
      return;
    }
    RecordPosition position = new RecordPosition(record.partition(), record.offset());
    if (RequestRecord.of(position, record.value()) instanceof RequestRecord.Good good) {
      Instant deadline = Instant.ofEpochMilli(record.timestamp()).plus(good.request().timeout());
      uses.put(position, new Use(good.id(), attachments, deadline));
    }
  }

  /** Attachments that must not be removed; forgets the spawns that have ended. */
  Set<AttachmentId> needed(Instant now) {
    uses.values().removeIf(use -> use.deadline().isBefore(now) || ended.test(use.spawn()));
    Set<AttachmentId> needed = new HashSet<>();
    uses.values().forEach(use -> needed.addAll(use.attachments()));
    return needed;
  }
}
