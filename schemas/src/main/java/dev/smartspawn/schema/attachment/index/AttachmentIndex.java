package dev.smartspawn.schema.attachment.index;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentPart;
import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which attachments are in the topic, and where. Follows the topic and keeps about 300 bytes of
 * each part; its content is read again on demand.
 */
public final class AttachmentIndex implements TopicReader.Records {

  /** For each attachment, its copies by the number of their parts. */
  private final Map<AttachmentId, TreeMap<Integer, StoredCopy>> copies = new HashMap<>();

  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private Map<TopicPartition, Long> endsAtStart = Map.of();

  @Override
  public void begin(Consumer<?, ?> consumer) {
    List<TopicPartition> partitions = GrouplessConsumer.assign(consumer, Topics.SPAWN_ATTACHMENTS);
    consumer.seekToBeginning(partitions);
    endsAtStart = consumer.endOffsets(partitions);
  }

  @Override
  public void read(ConsumerRecord<byte[], byte[]> record) {
    AttachmentPart key =
        Optional.ofNullable(record.key())
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .flatMap(AttachmentPart::find)
            .orElseThrow(
                () ->
                    new UnreadableRecordException(
                        record.topic(),
                        "the key is not that of a part: expected " + AttachmentPart.EXPECTED));
    if (record.value() == null) {
      remove(key, PartTombstone.until(record));
    } else {
      add(
          new StoredPart(
              key,
              record.offset(),
              Instant.ofEpochMilli(record.timestamp()),
              record.value().length,
              AttachmentId.of(record.value()).hash(),
              false));
    }
  }

  @Override
  public void batchRead(Consumer<?, ?> consumer) {
    if (caughtUp.getCount() > 0
        && endsAtStart.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
      caughtUp.countDown();
    }
  }

  @Override
  public synchronized void end() {
    notifyAll();
  }

  /**
   * Waits until everything that was in the topic at the start has been read.
   *
   * @return whether it was read in time
   */
  public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The newest complete copy. */
  public synchronized Optional<StoredCopy> complete(AttachmentId id) {
    return of(id).stream()
        .filter(StoredCopy::isComplete)
        .max(Comparator.comparing(StoredCopy::oldest));
  }

  /** The same, and waits until there is one. */
  public synchronized Optional<StoredCopy> awaitComplete(AttachmentId id, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<StoredCopy> found = complete(id);
      long leftMillis = (end - System.nanoTime()) / 1_000_000;
      if (found.isPresent() || leftMillis <= 0) {
        return found;
      }
      wait(leftMillis);
    }
  }

  /** Whether these very pieces are in the topic, none of them older than the given time. */
  public boolean holds(Attachment attachment, Instant since) {
    @Nullable StoredCopy copy;
    synchronized (this) {
      copy = copies.getOrDefault(attachment.id(), new TreeMap<>()).get(attachment.pieces().size());
    }
    return copy != null
        && !copy.oldest().isBefore(since)
        && copy.parts().stream().noneMatch(StoredPart::shadowed)
        && copy.holds(attachment.pieces());
  }

  /** What is missing of an attachment, for a message. */
  public synchronized String missing(AttachmentId id) {
    return of(id).stream()
        .filter(copy -> !copy.isComplete())
        .min(Comparator.comparing(StoredCopy::missing))
        .map(copy -> copy.missingInWords() + " missing")
        .orElse("none of its parts is there");
  }

  /** The parts of all attachments whose newest part was written before the given time. */
  public synchronized Map<AttachmentId, List<StoredPart>> writtenBefore(Instant time) {
    Map<AttachmentId, List<StoredPart>> found = new HashMap<>();
    copies.forEach(
        (id, own) -> {
          if (own.values().stream().allMatch(copy -> copy.newest().isBefore(time))) {
            found.put(id, parts(own));
          }
        });
    return found;
  }

  /** The parts that a tombstone was written after, though it did not mean them. */
  public synchronized List<StoredPart> shadowed() {
    return copies.values().stream()
        .flatMap(own -> parts(own).stream())
        .filter(StoredPart::shadowed)
        .toList();
  }

  /** Forgets parts that the broker has deleted because of their age. */
  public synchronized void forgetBefore(Instant time) {
    copies.values().stream()
        .flatMap(own -> parts(own).stream())
        .filter(part -> part.writtenAt().isBefore(time))
        .toList()
        .forEach(part -> remove(part.key(), part.offset()));
  }

  /** Forgets a part that is not at its place any more. */
  public void forget(StoredPart part) {
    remove(part.key(), part.offset());
  }

  /** How many attachments have parts in the topic. */
  public synchronized int size() {
    return copies.size();
  }

  private synchronized void add(StoredPart part) {
    copies
        .computeIfAbsent(part.key().id(), id -> new TreeMap<>())
        .compute(
            part.key().count(),
            (count, copy) -> (copy == null ? StoredCopy.none(count) : copy).with(part));
    notifyAll();
  }

  private synchronized void remove(AttachmentPart key, long until) {
    TreeMap<Integer, StoredCopy> own = copies.get(key.id());
    StoredCopy copy = own == null ? null : own.get(key.count());
    if (own == null || copy == null) {
      return;
    }
    for (StoredPart part : copy.parts()) {
      if (part.key().equals(key)) {
        StoredCopy after =
            part.offset() <= until ? copy.without(key.number()) : copy.with(part.shadow());
        own.put(key.count(), after);
      }
    }
    own.values().removeIf(StoredCopy::isEmpty);
    if (own.isEmpty()) {
      copies.remove(key.id());
    }
  }

  private List<StoredCopy> of(AttachmentId id) {
    return new ArrayList<>(copies.getOrDefault(id, new TreeMap<>()).values());
  }

  private static List<StoredPart> parts(Map<Integer, StoredCopy> own) {
    return own.values().stream().flatMap(copy -> copy.parts().stream()).toList();
  }
}
