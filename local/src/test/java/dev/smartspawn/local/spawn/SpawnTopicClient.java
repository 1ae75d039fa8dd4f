package dev.smartspawn.local.spawn;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes requests and reads events and results, like any Kafka client. */
final class SpawnTopicClient implements AutoCloseable {

  private final String bootstrapServers;
  private final KafkaProducer<byte[], byte[]> producer;

  SpawnTopicClient(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Publishes without a key, like a console producer. Returns the id that the spawn gets. */
  SpawnId publish(String json) {
    RecordMetadata at = await(send(json));
    return SpawnId.ofPosition(at.partition(), at.offset());
  }

  Future<RecordMetadata> send(String json) {
    return producer.send(
        new ProducerRecord<>(Topics.SPAWN_REQUESTS.name(), json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes an event, as query-api does for a cancellation. */
  void write(SpawnEvent event) {
    await(
        producer.send(
            new ProducerRecord<>(
                Topics.SPAWN_EVENTS.name(),
                Topics.SPAWN_EVENTS.keySerde().serializer().serialize(null, event.spawnId()),
                Topics.SPAWN_EVENTS.valueSerde().serializer().serialize(null, event))));
  }

  /** Writes a record as any client can: a text as its key, and some bytes. */
  void write(Topic<?, ?> topic, String key, byte[] value) {
    await(
        producer.send(
            new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value)));
  }

  /** The length of each key's newest value, as a compacted topic keeps it. */
  Map<String, Integer> sizes(Topic<?, byte[]> topic) {
    Map<String, Integer> sizes = new HashMap<>();
    forEach(
        topic,
        record -> {
          String key = new String(record.key(), StandardCharsets.UTF_8);
          if (record.value() == null) {
            sizes.remove(key);
          } else {
            sizes.put(key, record.value().length);
          }
        });
    return sizes;
  }

  /** All events committed so far. */
  List<SpawnEvent> events() {
    return read(Topics.SPAWN_EVENTS);
  }

  List<SpawnStep> steps(SpawnId id) {
    return events().stream()
        .filter(event -> event.spawnId().equals(id))
        .map(SpawnEvent::step)
        .toList();
  }

  int count(Topic<?, ?> topic) {
    return read(topic).size();
  }

  /** The newest record of each key from an offset on, key and value as they are written. */
  SortedMap<String, String> latest(Topic<?, ?> topic, long from) {
    SortedMap<String, String> rows = new TreeMap<>();
    forEach(
        topic,
        record -> {
          if (record.offset() >= from) {
            rows.put(text(record.key()), text(record.value()));
          }
        });
    return rows;
  }

  /** The offset after the last record of a topic with one partition. */
  long end(Topic<?, ?> topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = assign(consumer, topic);
      return consumer.endOffsets(partitions).get(partitions.get(0));
    }
  }

  /** The offset of the last committed record of each partition that has one. */
  Map<Integer, Long> lastOffsets(Topic<?, ?> topic) {
    Map<Integer, Long> last = new HashMap<>();
    forEach(topic, record -> last.put(record.partition(), record.offset()));
    return last;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** All results committed so far, including repeats. */
  List<SpawnResult> results() {
    return read(Topics.SPAWN_RESULTS);
  }

  SpawnResult awaitResult(SpawnId id, Duration patience) {
    return awaitResults(result -> result.id().equals(id), 1, patience).get(0);
  }

  /** Reads the topic until this many results match. */
  List<SpawnResult> awaitResults(Predicate<SpawnResult> wanted, int count, Duration patience) {
    List<SpawnResult> found = new ArrayList<>();
    long end = System.nanoTime() + patience.toNanos();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      assign(consumer, Topics.SPAWN_RESULTS);
      while (found.size() < count && System.nanoTime() < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          SpawnResult result = value(Topics.SPAWN_RESULTS, record);
          if (wanted.test(result)) {
            found.add(result);
          }
        }
      }
    }
    if (found.size() < count) {
      throw new AssertionError(
          "%d of %d results within %d s".formatted(found.size(), count, patience.toSeconds()));
    }
    return found;
  }

  @Override
  public void close() {
    producer.close();
  }

  private <V> List<V> read(Topic<?, V> topic) {
    List<V> values = new ArrayList<>();
    forEach(topic, record -> values.add(value(topic, record)));
    return values;
  }

  private void forEach(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> taking) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = assign(consumer, topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(taking);
      }
    }
  }

  private static List<TopicPartition> assign(
      KafkaConsumer<byte[], byte[]> consumer, Topic<?, ?> topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return partitions;
  }

  private static <V> V value(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    return topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
