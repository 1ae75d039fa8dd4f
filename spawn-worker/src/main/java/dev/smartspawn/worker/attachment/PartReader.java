package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.index.StoredPart;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.attachment.PartSource.PartLostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads parts at their places in the topic, with one consumer: one file after another. */
final class PartReader implements AutoCloseable {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.SPAWN_ATTACHMENTS.name(), 0);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private @Nullable Consumer<byte[], byte[]> open;

  /** Takes the parts in order. */
  interface Parts {
    void part(byte[] bytes);
  }

  /**
   * @param consumers open a new consumer that polls few records at once
   */
  PartReader(Supplier<Consumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
  }

  /**
   * @throws PartLostException if one of them is gone, or Kafka does not answer
   */
  synchronized void read(List<StoredPart> parts, Parts taking) throws PartLostException {
    try {
      Consumer<byte[], byte[]> consumer = consumer();
      if (!parts.isEmpty()) {
        consumer.seek(PARTITION, parts.get(0).offset());
      }
      for (StoredPart part : parts) {
        taking.part(read(consumer, part));
      }
    } catch (KafkaException e) {
      close();
      throw new PartLostException("Kafka does not answer", e);
    } finally {
      if (open != null) {
        // Nothing more is fetched into memory until the next file is read.
        open.assign(List.of());
      }
    }
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      Consumer<byte[], byte[]> closed = open;
      open = null;
      closed.close();
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    if (open == null) {
      open = consumers.get();
    }
    open.assign(List.of(PARTITION));
    return open;
  }

  private static byte[] read(Consumer<byte[], byte[]> consumer, StoredPart part)
      throws PartLostException {
    if (consumer.position(PARTITION) != part.offset()) {
      consumer.seek(PARTITION, part.offset());
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() == part.offset() && record.value() != null) {
          return record.value();
        }
        throw new PartLostException("it is not in the topic any more", null);
      }
    }
    throw new PartLostException(
        "it was not read within %d s".formatted(PATIENCE.toSeconds()), null);
  }
}
