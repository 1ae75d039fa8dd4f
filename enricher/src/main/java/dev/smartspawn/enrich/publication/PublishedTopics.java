package dev.smartspawn.enrich.publication;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.stage.LatestRecords;
import dev.smartspawn.schema.topic.Topics;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Reads back what was published. */
public final class PublishedTopics {

  private PublishedTopics() {}

  /**
   * @param clients make its consumers
   */
  public static TableBefore read(KafkaClients clients) {
    SortedMap<CanonicalId, byte[]> models = new TreeMap<>();
    records(clients, Topics.ENRICHED_MODELS)
        .forEach((key, value) -> models.put(key(Topics.ENRICHED_MODELS, key), value));
    Map<Bytes, byte[]> runs = records(clients, Topics.ENRICHMENT_RUNS);
    byte @Nullable [] run =
        runs.get(
            Bytes.wrap(
                Topics.ENRICHMENT_RUNS.keySerde().serializer().serialize("", EnrichmentRun.KEY)));
    return new TableBefore(
        models,
        run == null
            ? null
            : Topics.ENRICHMENT_RUNS
                .valueSerde()
                .deserializer()
                .deserialize(Topics.ENRICHMENT_RUNS.name(), run));
  }

  private static Map<Bytes, byte[]> records(KafkaClients clients, Topic<?, ?> topic) {
    return LatestRecords.read(clients, new TopicPartition(topic.name(), 0)).rows();
  }

  private static <K> K key(Topic<K, ?> topic, Bytes key) {
    return topic.keySerde().deserializer().deserialize(topic.name(), key.get());
  }
}
