package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.kafka.ReadProgress;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows all of spawn-events with one consumer, and keeps the history of every open spawn.
 *
 * <p>It also reads uncommitted records. The only transactions in this topic are the fold's: they
 * record that a request arrived or that a spawn ended, and are repeated unchanged if they are
 * aborted. Waiting for their commit would delay every claim by a commit interval.
 */
final class LedgerReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LedgerReader.class);

  /** No request that can still be delivered is older. */
  private static final Duration LOOKBACK = Topics.REQUESTS_KEPT;

  private static final Duration POLL = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Histories histories = new Histories(LOOKBACK);
  private final DailySpend spend = new DailySpend();
  private final ReadProgress progress = new ReadProgress();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Thread thread;
  private volatile Readiness readiness = new Readiness.Restoring("reading spawn-events");

  private LedgerReader(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
    this.thread = new Thread(this::follow, "spawn-ledger");
    this.thread.setDaemon(true);
  }

  /** Returns once it has read everything that was in the log at the start. */
  static LedgerReader start(Map<String, Object> client, Clock clock) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            config(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    LedgerReader reader =
        new LedgerReader(consumer, assign(consumer, clock.instant().minus(LOOKBACK)));
    reader.thread.start();
    try {
      reader.caughtUp.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reader.close();
    }
    return reader;
  }

  SpawnHistory history(SpawnId id) {
    return histories.of(id);
  }

  /** All partitions of spawn-events. */
  List<TopicPartition> partitions() {
    return partitions;
  }

  Usd spentOn(LocalDate day) {
    return spend.on(day);
  }

  Readiness readiness() {
    return readiness;
  }

  /**
   * @throws LedgerException when the record was not read in time
   */
  void awaitRead(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    if (!progress.await(partition, offset, patience)) {
      throw new LedgerException(
          "record %s-%d was written but not read back within %d s"
              .formatted(partition, offset, patience.toSeconds()),
          new IllegalStateException(readiness.toString()));
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> config(Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2000);
    return config;
  }

  private static List<TopicPartition> assign(KafkaConsumer<?, ?> consumer, Instant from) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.SPAWN_EVENTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
    consumer.seekToBeginning(partitions);
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                consumer.seek(partition, found.offset());
              }
            });
    return partitions;
  }

  private void follow() {
    try (consumer) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (true) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (TopicPartition partition : records.partitions()) {
          records.records(partition).forEach(this::read);
        }
        // Every partition: a transaction marker advances the position without a record.
        partitions.forEach(partition -> progress.reached(partition, consumer.position(partition)));
        if (caughtUp.getCount() > 0 && isRead(ends)) {
          readiness = Readiness.READY;
          caughtUp.countDown();
        }
      }
    } catch (WakeupException e) {
      readiness = new Readiness.Failed("closed");
    } catch (RuntimeException e) {
      log.error("spawn-events can no longer be read: {}", e.toString());
      readiness = new Readiness.Failed("spawn-events can no longer be read; the log says why");
    } finally {
      progress.end();
      caughtUp.countDown();
    }
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      SpawnEvent event =
          Topics.SPAWN_EVENTS.valueSerde().deserializer().deserialize(null, record.value());
      if (event != null) {
        LocalDate day =
            LocalDate.ofInstant(Instant.ofEpochMilli(record.timestamp()), ZoneOffset.UTC);
        spend.add(histories.add(event, day));
      }
    } catch (UnreadableRecordException e) {
      log.warn(
          "record {}-{} of spawn-events is skipped: {}",
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }
}
