package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.ReadProgress;
import dev.smartspawn.schema.Topic;
import dev.smartspawn.schema.Topics;
import dev.smartspawn.schema.UnreadableRecordException;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows requests, events and outcomes of spawns with one assigned reader, on a thread of its own:
 * however much there is to read back at a start, nothing else waits for it. Requests are read too,
 * so that a spawn shows although no worker runs.
 */
final class SpawnLog implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SpawnLog.class);

  /** As long as requests are kept; older spawns are found in the topics only. */
  private static final Duration LOOKBACK = Duration.ofDays(30);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_AFTER_ERROR_MILLIS = 1000;

  private static final List<Topic<?, ?>> TOPICS =
      List.of(Topics.SPAWN_REQUESTS, Topics.SPAWN_EVENTS, Topics.SPAWN_OUTCOMES);

  private final Consumer<byte[], byte[]> consumer;
  private final SpawnTable table;
  private final SpawnMeter meter;
  private final Clock clock;
  private final ReadProgress progress = new ReadProgress();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final Map<SpawnId, Set<SpawnWatch>> watches = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::run, "query-api-spawns");
  private volatile boolean closing;

  private SpawnLog(
      Consumer<byte[], byte[]> consumer, SpawnTable table, SpawnMeter meter, Clock clock) {
    this.consumer = consumer;
    this.table = table;
    this.meter = meter;
    this.clock = clock;
    this.thread.setDaemon(true);
  }

  /** Returns at once; {@link #awaitCaughtUp} says when everything has been read. */
  static SpawnLog start(String bootstrapServers, SpawnTable table, SpawnMeter meter, Clock clock) {
    SpawnLog spawns =
        new SpawnLog(
            new KafkaConsumer<>(
                config(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            table,
            meter,
            clock);
    spawns.thread.start();
    return spawns;
  }

  /**
   * @return whether all that there was at the start has been read
   */
  boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * @return whether the record was read in time
   */
  boolean awaitRead(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    return progress.await(partition, offset, patience);
  }

  /** What its reader measures of itself. */
  KafkaClientMetrics clientMetrics() {
    return new KafkaClientMetrics(consumer);
  }

  void watch(SpawnId id, SpawnWatch watch) {
    watches.compute(
        id,
        (same, others) -> {
          Set<SpawnWatch> all = others == null ? new CopyOnWriteArraySet<>() : others;
          all.add(watch);
          return all;
        });
  }

  void unwatch(SpawnId id, SpawnWatch watch) {
    watches.computeIfPresent(
        id,
        (same, all) -> {
          all.remove(watch);
          return all.isEmpty() ? null : all;
        });
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

  private static Map<String, Object> config(String bootstrapServers) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        500);
  }

  private void run() {
    try (consumer) {
      follow();
    } catch (WakeupException e) {
      log.debug("closed");
    } finally {
      progress.end();
    }
  }

  /** What goes wrong on the way to the broker passes, or is said again. */
  private void follow() {
    Map<TopicPartition, Long> ends = null;
    while (!closing) {
      try {
        if (ends == null) {
          ends = begin();
        }
        read(consumer.poll(POLL));
        if (caughtUp.getCount() > 0 && isRead(ends)) {
          caughtUp.countDown();
        }
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException e) {
        log.warn("spawns cannot be read at the moment: {}", e.toString());
        pause();
      }
    }
  }

  /**
   * @return the ends of all partitions as they are now
   */
  private Map<TopicPartition, Long> begin() {
    List<TopicPartition> partitions =
        TOPICS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    skipOld(partitions.stream().filter(SpawnLog::isKeptByTime).toList());
    return consumer.endOffsets(partitions);
  }

  private void skipOld(Collection<TopicPartition> partitions) {
    long from = clock.instant().minus(LOOKBACK).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, from));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                consumer.seek(partition, found.offset());
              }
            });
  }

  private static boolean isKeptByTime(TopicPartition partition) {
    return !partition.topic().equals(Topics.SPAWN_OUTCOMES.name());
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void read(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      records.records(partition).forEach(this::read);
    }
    consumer
        .assignment()
        .forEach(partition -> progress.reached(partition, consumer.position(partition)));
  }

  private void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.topic().equals(Topics.SPAWN_REQUESTS.name())) {
        readRequest(record);
      } else if (record.value() != null && record.topic().equals(Topics.SPAWN_EVENTS.name())) {
        readEvent(record);
      } else if (record.value() != null) {
        readOutcome(record);
      }
    } catch (UnreadableRecordException e) {
      log.warn(
          "{}-{}-{} is passed over: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  /** What is no good request shows by the events that say so. */
  private void readRequest(ConsumerRecord<byte[], byte[]> record) {
    RecordPosition position = new RecordPosition(record.partition(), record.offset());
    if (RequestRecord.of(position, record.value()) instanceof RequestRecord.Good good) {
      Instant at = Instant.ofEpochMilli(record.timestamp());
      Asked asked = Asked.of(position, good.request(), at);
      table.change(good.id(), at, known -> known.after(asked));
    }
  }

  private void readEvent(ConsumerRecord<byte[], byte[]> record) {
    SpawnEvent event =
        Topics.SPAWN_EVENTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
    boolean wasOver = table.find(event.spawnId()).map(KnownSpawn::isOver).orElse(false);
    table.change(
        event.spawnId(),
        event.at(),
        known -> known.after(event, record.partition(), record.offset()));
    if (!wasOver && caughtUp.getCount() == 0) {
      table.find(event.spawnId()).ifPresent(this::measureEnd);
    }
    Set<SpawnWatch> watching = watches.get(event.spawnId());
    if (watching != null) {
      RecordedEvent recorded = new RecordedEvent(record.offset(), event);
      watching.forEach(watch -> watch.live(recorded));
    }
  }

  private void measureEnd(KnownSpawn spawn) {
    KnownSpawn.@Nullable Ending ending = spawn.ending();
    if (ending != null) {
      meter.ended(spawn, ending);
    }
  }

  /** Of a spawn that is not known any more nothing is kept. */
  private void readOutcome(ConsumerRecord<byte[], byte[]> record) {
    SpawnOutcome outcome =
        Topics.SPAWN_OUTCOMES
            .valueSerde()
            .deserializer()
            .deserialize(record.topic(), record.value());
    if (table.find(outcome.spawnId()).isPresent()) {
      table.change(outcome.spawnId(), outcome.at(), known -> known.after(outcome));
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
