package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** What stands in the topics of spawns, one partition each, for Kafka's own stand-in to read. */
final class SpawnTopicsUnderTest {

  static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  static final CanonicalId MODEL = CanonicalId.of("acme/quick");

  private static final List<Topic<?, ?>> ALL =
      List.of(Topics.SPAWN_OUTCOMES, Topics.SPAWN_REQUESTS, Topics.SPAWN_EVENTS);

  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  /** RequestSummary for a second after the one before. */
  RecordPosition request(SpawnRequest request) {
    Instant at = NOW.plusSeconds(end(Topics.SPAWN_REQUESTS));
    return new RecordPosition(0, add(Topics.SPAWN_REQUESTS, request, at).offset());
  }

  /** RequestSummary for, worked on and completed. */
  void completed(SpawnRequest request) {
    RecordPosition position = request(request);
    SpawnId id = request.chosenId().orElseThrow();
    Instant at = NOW.plusSeconds(position.offset());
    event(id, at, null, new SpawnStep.Requested(position, request, at.plus(request.timeout())));
    event(id, at, "a", new SpawnStep.Claimed(position, 1));
    event(
        id, at, "a", new SpawnStep.CallStarted("c", "answer", MODEL, "openrouter", Usd.of("0.01")));
    event(
        id,
        at,
        "a",
        new SpawnStep.CallFinished(
            "c", "2, 3, 5", null, false, new TokenUsage(5, 2), Usd.of("0.002"), true, false, 12));
    event(id, at, "a", new SpawnStep.Finished(result(id, SpawnStatus.COMPLETED)));
  }

  ConsumerRecord<byte[], byte[]> outcome(SpawnOutcome outcome) {
    return add(Topics.SPAWN_OUTCOMES, outcome, outcome.at());
  }

  List<ConsumerRecord<byte[], byte[]>> of(Topic<?, ?> topic) {
    return records.stream().filter(record -> record.topic().equals(topic.name())).toList();
  }

  MockConsumer<byte[], byte[]> consumer() {
    return new Rereading(this);
  }

  static SpawnRequest keyed(String task, String key) {
    return SpawnRequest.of(
        Json.MAPPER.createObjectNode().put("task", task).put("idempotencyKey", key));
  }

  static SpawnResult result(SpawnId id, SpawnStatus status) {
    return SpawnResult.builder(id, status, NOW.plusSeconds(1))
        .mode(SpawnMode.SINGLE)
        .category(Category.GENERAL)
        .model(MODEL)
        .answer("2, 3, 5")
        .calls(1)
        .requestedAt(NOW)
        .build();
  }

  private void event(SpawnId id, Instant at, String attempt, SpawnStep step) {
    add(Topics.SPAWN_EVENTS, new SpawnEvent(id, at, attempt, step), at);
  }

  private long end(Topic<?, ?> topic) {
    return of(topic).size();
  }

  private <V> ConsumerRecord<byte[], byte[]> add(Topic<SpawnId, V> topic, V value, Instant at) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            topic.name(),
            0,
            end(topic),
            at.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            ConsumerRecord.NULL_SIZE,
            ConsumerRecord.NULL_SIZE,
            null,
            topic.valueSerde().serializer().serialize(topic.name(), value),
            new RecordHeaders(),
            Optional.empty());
    records.add(record);
    return record;
  }

  /** Kafka's own gives each record once, wherever it is sent to. */
  private static final class Rereading extends MockConsumer<byte[], byte[]> {

    private final List<ConsumerRecord<byte[], byte[]>> all;

    Rereading(SpawnTopicsUnderTest topics) {
      super("earliest");
      this.all = List.copyOf(topics.records);
      for (Topic<?, ?> topic : ALL) {
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        updatePartitions(
            topic.name(), List.of(new PartitionInfo(topic.name(), 0, null, null, null)));
        updateBeginningOffsets(Map.of(partition, 0L));
        updateEndOffsets(Map.of(partition, topics.end(topic)));
      }
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      super.seek(partition, offset);
      give(partition);
    }

    @Override
    public synchronized void seekToBeginning(Collection<TopicPartition> partitions) {
      super.seekToBeginning(partitions);
      partitions.forEach(this::give);
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      Map<TopicPartition, OffsetAndTimestamp> allAreYounger = new HashMap<>();
      times.forEach((partition, time) -> allAreYounger.put(partition, null));
      return allAreYounger;
    }

    private void give(TopicPartition partition) {
      all.stream()
          .filter(record -> record.topic().equals(partition.topic()))
          .forEach(this::addRecord);
    }
  }
}
