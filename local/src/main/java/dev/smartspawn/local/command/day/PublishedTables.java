package dev.smartspawn.local.command.day;

import dev.smartspawn.enrich.evaluation.TopicsEvaluation;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows the sources' records, the enriched models and their changes. Used by one thread. */
final class PublishedTables implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final TopicPartition MODELS = new TopicPartition(Topics.ENRICHED_MODELS.name(), 0);
  private static final TopicPartition CHANGES = new TopicPartition(Topics.MODEL_CHANGES.name(), 0);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicsEvaluation records = new TopicsEvaluation();
  private final List<TopicPartition> partitions;
  private final Map<CanonicalId, DayModel> models = new TreeMap<>();
  private final Map<LocalDate, Map<Kind, Integer>> reported = new HashMap<>();

  PublishedTables(KafkaClients clients) {
    consumer = clients.consumer("days", Map.of());
    partitions =
        Stream.concat(
                Stream.of(MODELS, CHANGES),
                records.topics().stream().map(topic -> new TopicPartition(topic, 0)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads everything that is published by now. */
  void update() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(this::take);
    }
  }

  /** The table as last read. */
  Map<CanonicalId, DayModel> models() {
    return Map.copyOf(models);
  }

  /** Coding estimates, 0 to 100, as if LMArena had measured nothing. */
  Map<CanonicalId, Double> codingWithoutVotes() {
    return records.estimatesWithout(Source.LMARENA, Category.CODING);
  }

  /** How many changes happened on {@code day}, by kind. */
  Map<Kind, Integer> reported(LocalDate day) {
    return Map.copyOf(reported.getOrDefault(day, Map.of()));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(CHANGES.topic())) {
      ModelChange change = value(Topics.MODEL_CHANGES, record);
      reported
          .computeIfAbsent(
              LocalDate.ofInstant(change.at(), ZoneOffset.UTC), day -> new EnumMap<>(Kind.class))
          .merge(change.kind(), 1, Integer::sum);
      return;
    }
    if (!record.topic().equals(MODELS.topic())) {
      records.take(record);
      return;
    }
    CanonicalId id =
        Topics.ENRICHED_MODELS.keySerde().deserializer().deserialize(record.topic(), record.key());
    if (record.value() == null) {
      models.remove(id);
    } else {
      models.put(id, DayModel.of(value(Topics.ENRICHED_MODELS, record)));
    }
  }

  private static <V> V value(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
    return topic.valueSerde().deserializer().deserialize(record.topic(), record.value());
  }
}
