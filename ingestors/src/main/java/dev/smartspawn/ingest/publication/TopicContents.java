package dev.smartspawn.ingest.publication;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The contents of a compacted topic.
 *
 * @param values key to value
 * @param unreadable records that are the newest of their key but cannot be read, with the reason
 */
public record TopicContents<V>(
    Map<String, V> values, Map<ConsumerRecord<byte[], byte[]>, String> unreadable) {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Longer than the time after which the broker aborts an abandoned transaction. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /**
   * Reads everything written so far and waits for open transactions to end.
   *
   * @throws KafkaException when the topic cannot be read to its end
   */
  public static <V> TopicContents<V> read(IngestorClients kafka, Admin admin, Topic<?, V> topic) {
    TopicPartition partition = new TopicPartition(topic.name(), 0);
    long end = end(admin, partition);
    Map<String, ConsumerRecord<byte[], byte[]>> newest = new LinkedHashMap<>();
    try (Consumer<byte[], byte[]> reader = kafka.reader()) {
      reader.assign(List.of(partition));
      reader.seekToBeginning(List.of(partition));
      long giveUpNanos = System.nanoTime() + PATIENCE.toNanos();
      while (reader.position(partition) < end) {
        if (System.nanoTime() > giveUpNanos) {
          throw new KafkaException(
              "topic %s could be read to %d only: expected %d"
                  .formatted(topic, reader.position(partition), end));
        }
        reader.poll(POLL).forEach(record -> newest.put(text(record.key()), record));
      }
    }
    return parse(topic, newest);
  }

  /**
   * One past the last record, committed or not. The end of the committed records is not enough,
   * because while another producer's transaction is open it can lie before our own records.
   */
  private static long end(Admin admin, TopicPartition partition) {
    try {
      return admin
          .listOffsets(
              Map.of(partition, OffsetSpec.latest()),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException e) {
      throw new KafkaException("the end of %s is not known".formatted(partition), e.getCause());
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private static <V> TopicContents<V> parse(
      Topic<?, V> topic, Map<String, ConsumerRecord<byte[], byte[]>> newest) {
    Map<String, V> values = new HashMap<>();
    Map<ConsumerRecord<byte[], byte[]>, String> unreadable = new LinkedHashMap<>();
    newest.forEach(
        (key, record) -> {
          try {
            V value = topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
            if (value != null) {
              values.put(key, value);
            }
          } catch (UnreadableRecordException e) {
            unreadable.put(record, String.valueOf(e.getMessage()));
          }
        });
    return new TopicContents<>(values, unreadable);
  }

  private static String text(byte[] key) {
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }
}
