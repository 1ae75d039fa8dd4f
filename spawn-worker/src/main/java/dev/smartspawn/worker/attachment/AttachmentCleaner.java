package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.index.AttachmentIndex;
import dev.smartspawn.schema.attachment.index.AttachmentLifetime;
import dev.smartspawn.schema.attachment.index.PartTombstone;
import dev.smartspawn.schema.attachment.index.StoredPart;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes attachments that no open spawn needs, and those that are too old. Every worker does this,
 * and each step may be done twice or left half done: a tombstone means one record, and a part that
 * was written in the same moment is written again.
 */
final class AttachmentCleaner {

  private static final Logger log = LoggerFactory.getLogger(AttachmentCleaner.class);

  private final AttachmentIndex index;
  private final OpenUses uses;
  private final PartSource source;
  private final Producer<byte[], byte[]> producer;
  private final BooleanSupplier caughtUp;
  private final Duration kept;
  private final Clock clock;

  /**
   * @param caughtUp waits until all requests and parts that there are have been read; false if that
   *     takes too long
   * @param kept the longest time
   */
  AttachmentCleaner(
      AttachmentIndex index,
      OpenUses uses,
      PartSource source,
      Producer<byte[], byte[]> producer,
      BooleanSupplier caughtUp,
      Duration kept,
      Clock clock) {
    this.index = index;
    this.uses = uses;
    this.source = source;
    this.producer = producer;
    this.caughtUp = caughtUp;
    this.kept = kept;
    this.clock = clock;
  }

  /** Removes and restores what must be now. */
  void clean() throws InterruptedException {
    Instant now = clock.instant();
    index.forgetBefore(now.minus(Topics.ATTACHMENTS_KEPT));
    Map<AttachmentId, List<StoredPart>> unused =
        index.writtenBefore(now.minus(AttachmentLifetime.UNUSED_KEPT));
    Set<AttachmentId> needed = uses.needed(now);
    unused.keySet().removeAll(needed);
    Map<AttachmentId, List<StoredPart>> expired = index.writtenBefore(now.minus(kept));
    // Looked at again once every request is known that may use a copy of this age.
    if (!unused.isEmpty() && caughtUp.getAsBoolean()) {
      unused.keySet().removeAll(uses.needed(now));
      remove(unused, "no open spawn needs it");
    }
    expired.keySet().removeAll(unused.keySet());
    remove(expired, "it is too old");
    restore();
  }

  private void remove(Map<AttachmentId, List<StoredPart>> removed, String why)
      throws InterruptedException {
    List<Future<RecordMetadata>> written = new ArrayList<>();
    removed.values().stream()
        .flatMap(List::stream)
        .forEach(part -> written.add(producer.send(PartTombstone.of(part))));
    await(written);
    removed.keySet().forEach(id -> log.info("{} is removed: {}", id, why));
  }

  /** Compaction would remove these parts, because a tombstone stands after them. */
  private void restore() throws InterruptedException {
    for (StoredPart part : index.shadowed()) {
      try {
        byte[] bytes = source.read(part);
        await(
            List.of(
                producer.send(
                    new ProducerRecord<>(
                        Topics.SPAWN_ATTACHMENTS.name(), part.key().bytes(), bytes))));
      } catch (PartSource.PartLostException e) {
        log.warn("{} was removed while it was written again: {}", part.key(), e.getMessage());
      }
    }
  }

  private static void await(List<Future<RecordMetadata>> written) throws InterruptedException {
    for (Future<RecordMetadata> each : written) {
      try {
        Object unused = each.get();
      } catch (ExecutionException e) {
        log.warn("a part could not be removed or restored yet: {}", e.getMessage());
      }
    }
  }
}
