package dev.smartspawn.query.spawn;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records again on demand, since the texts of thousands of spawns do not fit in
 * memory. Keeps as many consumers as were ever busy at the same time; the server's worker threads
 * are the upper bound. Once a read has failed, one read at a time tries Kafka again and the others
 * fail at once, so that an outage does not occupy all of these threads.
 */
final class SpawnArchive implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Up to this distance the consumer reads on instead of seeking. */
  private static final int NEAR = 50;

  /**
   * After the newest record, a consumer fetches the next one right away, and the broker answers the
   * requests of a connection in order. The next read waits for that fetch.
   */
  private static final int AT_THE_END_MILLIS = 5;

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Deque<Consumer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile boolean away;
  private volatile boolean closed;

  /**
   * @param consumers makes a new one
   */
  SpawnArchive(Supplier<Consumer<byte[], byte[]>> consumers) {
    this.consumers = consumers;
  }

  /** A consumer with the settings this class needs. */
  static Consumer<byte[], byte[]> consumer(KafkaClients clients) {
    return clients.consumer(
        "archive",
        Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            NEAR,
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            AT_THE_END_MILLIS,
            // A request must not wait a minute for a Kafka that is away.
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis(),
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) PATIENCE.toMillis()));
  }

  /**
   * The events of a offsets, oldest first.
   *
   * @param after only those after this offset
   */
  List<RecordedEvent> events(EventOffsets offsets, long after) {
    if (offsets.isEmpty()) {
      return List.of();
    }
    TopicPartition partition = new TopicPartition(Topics.SPAWN_EVENTS.name(), offsets.partition());
    return records(partition, offsets.offsetsAfter(after)).stream()
        .map(record -> new RecordedEvent(record.offset(), event(record)))
        .toList();
  }

  /**
   * An ended spawn, read from its records.
   *
   * @throws TopicUnavailableException if its end is no longer in the topic
   */
  KnownSpawn spawn(SpawnId id, PastSpawn past) {
    KnownSpawn spawn =
        past.spawn(id, summary(past.request()), events(past.offsets(), -1), rated(past.rating()));
    if (!spawn.isOver()) {
      throw new TopicUnavailableException(
          "spawn %s has ended, but %s no longer has its end"
              .formatted(id, Topics.SPAWN_EVENTS.name()));
    }
    return spawn;
  }

  /** The value of one record. */
  byte @Nullable [] value(TopicPartition partition, long offset) {
    ConsumerRecord<byte[], byte[]> record = record(partition, offset);
    return record == null ? null : record.value();
  }

  @Override
  public void close() {
    closed = true;
    for (Consumer<byte[], byte[]> each = idle.poll(); each != null; each = idle.poll()) {
      each.close();
    }
  }

  private @Nullable RequestSummary summary(@Nullable RecordPosition position) {
    @Nullable ConsumerRecord<byte[], byte[]> record = record(Topics.SPAWN_REQUESTS, position);
    return position != null
            && record != null
            && RequestRecord.of(position, record.value()) instanceof RequestRecord.Good good
        ? RequestSummary.of(position, good.request(), Instant.ofEpochMilli(record.timestamp()))
        : null;
  }

  private KnownSpawn.@Nullable Rated rated(@Nullable RecordPosition position) {
    @Nullable ConsumerRecord<byte[], byte[]> record = record(Topics.SPAWN_OUTCOMES, position);
    return position == null || record == null
        ? null
        : new KnownSpawn.Rated(
            Topics.SPAWN_OUTCOMES
                .valueSerde()
                .deserializer()
                .deserialize(record.topic(), record.value()),
            position);
  }

  private @Nullable ConsumerRecord<byte[], byte[]> record(
      Topic<?, ?> topic, @Nullable RecordPosition position) {
    return position == null
        ? null
        : record(new TopicPartition(topic.name(), position.partition()), position.offset());
  }

  private @Nullable ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
    return records(partition, LongStream.of(offset)).stream().findFirst().orElse(null);
  }

  private List<ConsumerRecord<byte[], byte[]>> records(
      TopicPartition partition, LongStream offsets) {
    if (!away) {
      return fetch(partition, offsets);
    }
    if (!trying.compareAndSet(false, true)) {
      throw new TopicUnavailableException(
          "%s cannot be read at the moment: Kafka does not answer".formatted(partition));
    }
    try {
      return fetch(partition, offsets);
    } finally {
      trying.set(false);
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> fetch(TopicPartition partition, LongStream offsets) {
    @Nullable Consumer<byte[], byte[]> kept = idle.poll();
    Consumer<byte[], byte[]> consumer = kept == null ? consumers.get() : kept;
    try {
      consumer.assign(List.of(partition));
      long oldest = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      read(consumer, partition, offsets.filter(offset -> offset >= oldest).toArray(), found);
      away = false;
      return found;
    } catch (TopicUnavailableException e) {
      away = true;
      throw e;
    } catch (KafkaException e) {
      away = true;
      throw new TopicUnavailableException(
          "%s cannot be read: Kafka does not answer".formatted(partition), e);
    } finally {
      giveBack(consumer);
    }
  }

  private static void read(
      Consumer<byte[], byte[]> consumer,
      TopicPartition partition,
      long[] offsets,
      List<ConsumerRecord<byte[], byte[]>> found) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int next = 0;
    while (next < offsets.length) {
      if (next == 0 || offsets[next] - consumer.position(partition) > NEAR) {
        consumer.seek(partition, offsets[next]);
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        while (next < offsets.length && offsets[next] < record.offset()) {
          next++; // deleted meanwhile
        }
        if (next < offsets.length && offsets[next] == record.offset()) {
          found.add(record);
          next++;
        }
      }
      if (System.nanoTime() > end) {
        throw new TopicUnavailableException(
            "%s-%d was not read within %d s"
                .formatted(partition, offsets[next], PATIENCE.toSeconds()));
      }
    }
  }

  private static SpawnEvent event(ConsumerRecord<byte[], byte[]> record) {
    return Topics.SPAWN_EVENTS
        .valueSerde()
        .deserializer()
        .deserialize(record.topic(), record.value());
  }

  private void giveBack(Consumer<byte[], byte[]> consumer) {
    if (closed) {
      consumer.close();
    } else {
      idle.push(consumer);
    }
  }
}
