package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.ReadProgress;
import dev.smartspawn.schema.kafka.TopicReader;
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
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows all of spawn-events with one consumer, and keeps the history of every open spawn.
 *
 * <p>It also reads uncommitted records. The only transactions in this topic are the fold's: they
 * record that a request arrived or that a spawn ended, and are repeated unchanged if they are
 * aborted. Waiting for their commit would delay every claim by a commit interval.
 */
final class LedgerReader implements TopicReader.Records {

  /** No request that can still be delivered is older. */
  private static final Duration LOOKBACK = Topics.REQUESTS_KEPT;

  private static final Map<String, Object> CONFIG =
      Map.of(
          ConsumerConfig.ISOLATION_LEVEL_CONFIG,
          "read_uncommitted",
          ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
          2000);

  private final Clock clock;
  private final Histories histories = new Histories(LOOKBACK);
  private final DailySpend spend = new DailySpend();
  private final ReadProgress progress = new ReadProgress();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private volatile List<TopicPartition> partitions = List.of();
  private Map<TopicPartition, Long> endsAtStart = Map.of();

  private LedgerReader(Clock clock) {
    this.clock = clock;
  }

  /** A ledger that is being read, and what reads it. */
  record Running(LedgerReader ledger, TopicReader reader) implements AutoCloseable {

    /** Ready once all that was in the log at the start has been read, while it can be read. */
    Readiness readiness() {
      return ledger.caughtUp.getCount() > 0 && !(reader.readiness() instanceof Readiness.Failed)
          ? new Readiness.Restoring("reading spawn-events")
          : reader.readiness();
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /** Returns once it has read everything that was in the log at the start. */
  static Running start(KafkaClients clients, Clock clock) {
    return start(() -> clients.consumer("ledger-reader", CONFIG), clock);
  }

  /**
   * @param consumers open a new consumer
   */
  static Running start(Supplier<Consumer<byte[], byte[]>> consumers, Clock clock) {
    LedgerReader ledger = new LedgerReader(clock);
    Running running = new Running(ledger, TopicReader.start("spawn-ledger", consumers, ledger));
    try {
      ledger.caughtUp.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.close();
    }
    return running;
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

  /**
   * @throws LedgerException when the record was not read in time
   */
  void awaitRead(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    if (!progress.await(partition, offset, patience)) {
      throw new LedgerException(
          "record %s-%d was written but not read back within %d s"
              .formatted(partition, offset, patience.toSeconds()));
    }
  }

  @Override
  public void begin(Consumer<?, ?> consumer) {
    partitions = GrouplessConsumer.assign(consumer, Topics.SPAWN_EVENTS);
    long from = clock.instant().minus(LOOKBACK).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, from));
    consumer.seekToBeginning(partitions);
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                consumer.seek(partition, found.offset());
              }
            });
    endsAtStart = consumer.endOffsets(partitions);
  }

  @Override
  public void batchRead(Consumer<?, ?> consumer) {
    // Every partition: a transaction marker advances the position without a record.
    partitions.forEach(partition -> progress.reached(partition, consumer.position(partition)));
    if (caughtUp.getCount() > 0 && isRead(consumer)) {
      caughtUp.countDown();
    }
  }

  @Override
  public void end() {
    progress.end();
    caughtUp.countDown();
  }

  @Override
  public void read(ConsumerRecord<byte[], byte[]> record) {
    SpawnEvent event =
        Topics.SPAWN_EVENTS.valueSerde().deserializer().deserialize(null, record.value());
    if (event != null) {
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(record.timestamp()), ZoneOffset.UTC);
      spend.add(histories.add(event, day));
    }
  }

  private boolean isRead(Consumer<?, ?> consumer) {
    return endsAtStart.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
