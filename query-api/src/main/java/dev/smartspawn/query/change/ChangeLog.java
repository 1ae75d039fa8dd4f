package dev.smartspawn.query.change;

import dev.smartspawn.schema.Topics;
import dev.smartspawn.schema.UnreadableRecordException;
import dev.smartspawn.schema.enriched.ModelChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows model-changes on a thread of its own. Only the end of a long history is read: what would
 * be forgotten again is not read first.
 */
public final class ChangeLog implements AutoCloseable {

  /** About 500 bytes each. */
  private static final int KEPT = 20_000;

  private static final Logger log = LoggerFactory.getLogger(ChangeLog.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_AFTER_ERROR_MILLIS = 1000;

  private final Consumer<byte[], byte[]> consumer;
  private final ChangeHistory history = new ChangeHistory(KEPT);
  private final Thread thread = new Thread(this::run, "query-api-changes");
  private volatile boolean closing;

  private ChangeLog(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
    this.thread.setDaemon(true);
  }

  /** Returns at once. */
  public static ChangeLog start(String bootstrapServers) {
    ChangeLog changes =
        new ChangeLog(
            new KafkaConsumer<>(
                Map.of(
                    ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrapServers,
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    false,
                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                    false,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer()));
    changes.thread.start();
    return changes;
  }

  public ChangeHistory history() {
    return history;
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      boolean begun = false;
      while (!closing) {
        try {
          if (!begun) {
            begin();
            begun = true;
          }
          consumer.poll(POLL).forEach(this::read);
        } catch (WakeupException e) {
          return;
        } catch (KafkaException e) {
          log.warn("changes cannot be read at the moment: {}", e.toString());
          pause();
        }
      }
    } catch (WakeupException e) {
      log.debug("closed");
    }
  }

  private void begin() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.MODEL_CHANGES.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) ->
                consumer.seek(
                    partition, Math.max(beginnings.getOrDefault(partition, 0L), end - KEPT)));
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      ModelChange change =
          Topics.MODEL_CHANGES
              .valueSerde()
              .deserializer()
              .deserialize(record.topic(), record.value());
      if (change != null) {
        history.add(change);
      }
    } catch (UnreadableRecordException e) {
      log.warn("{}-{} is passed over: {}", record.topic(), record.offset(), e.getMessage());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_ERROR_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
