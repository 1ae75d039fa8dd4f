package dev.smartspawn.schema.stage;

import dev.smartspawn.schema.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Bytes;

/**
 * The latest committed record of every key of a partition.
 *
 * @param end offset after the last record when reading began
 * @param rows without tombstones and without records that have no key
 */
public record LatestRecords(long end, NavigableMap<Bytes, byte[]> rows) {

  private static final Duration POLL = Duration.ofMillis(100);

  /** Longer than a transaction that was left open by a killed process. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Reads up to the present end, open transactions included: it waits until each of them has ended.
   * A partition that does not exist has no rows.
   *
   * @param clients make its consumers
   * @throws TimeoutException if the end is not reached within a minute
   */
  public static LatestRecords read(KafkaClients clients, TopicPartition partition) {
    try (Consumer<byte[], byte[]> consumer = clients.consumer("latest", Map.of())) {
      boolean exists =
          consumer.partitionsFor(partition.topic()).stream()
              .anyMatch(found -> found.partition() == partition.partition());
      return exists ? read(consumer, partition, end(clients, partition)) : none();
    }
  }

  private static LatestRecords none() {
    return new LatestRecords(0, new TreeMap<>());
  }

  private static LatestRecords read(
      Consumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
    NavigableMap<Bytes, byte[]> rows = new TreeMap<>();
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the end of %s was not reached".formatted(partition));
      }
      consumer.poll(POLL).forEach(record -> take(record, rows));
    }
    return new LatestRecords(end, rows);
  }

  private static void take(
      ConsumerRecord<byte[], byte[]> record, NavigableMap<Bytes, byte[]> rows) {
    if (record.key() == null) {
      return;
    }
    if (record.value() == null) {
      rows.remove(Bytes.wrap(record.key()));
    } else {
      rows.put(Bytes.wrap(record.key()), record.value());
    }
  }

  /** Of all records. A reader of committed records would be told where the committed ones end. */
  private static long end(KafkaClients clients, TopicPartition partition) {
    Map<String, Object> uncommitted =
        Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (Consumer<byte[], byte[]> consumer = clients.consumer("end", uncommitted)) {
      return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
  }
}
