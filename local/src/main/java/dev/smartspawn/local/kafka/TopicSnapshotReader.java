package dev.smartspawn.local.kafka;

import dev.smartspawn.schema.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Reads the committed records of a topic as bytes, from its beginning to its current end. */
public final class TopicSnapshotReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;

  /**
   * @param clients make its consumer
   */
  public TopicSnapshotReader(KafkaClients clients) {
    consumer = clients.consumer("topics", Map.of());
  }

  /** Takes records one after the other. */
  @FunctionalInterface
  public interface RecordTaker {
    void take(ConsumerRecord<byte[], byte[]> record);
  }

  /** The names of the existing topics. */
  public Set<String> topics() {
    return consumer.listTopics().keySet();
  }

  /** Passes every record to {@code each}, in the order of its partition, and returns at the end. */
  public void readAll(String topic, RecordTaker each) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!isRead(ends)) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(each::take);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
