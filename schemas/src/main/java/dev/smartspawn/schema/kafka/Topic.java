package dev.smartspawn.schema.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a topic in one value.
 *
 * @param <K> key type
 * @param <V> value type; a null value is a tombstone where {@code config} compacts
 * @param plainName the name without the deployment's prefix
 * @param partitions the number of partitions it is created with
 * @param config topic-level configuration it is created with
 */
public record Topic<K, V>(
    String plainName,
    Serde<K> keySerde,
    Serde<V> valueSerde,
    int partitions,
    Map<String, String> config) {

  public Topic {
    config = Map.copyOf(config);
  }

  /** The name on the cluster. */
  public String name() {
    return ClusterNames.topic(plainName);
  }

  /** The topic to create. */
  public NewTopic toNewTopic(KafkaAccess access) {
    Map<String, String> complete = new HashMap<>(config);
    access
        .minInSyncReplicas()
        .ifPresent(
            replicas ->
                complete.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replicas)));
    Optional<Short> factor =
        access.replicationFactor().isPresent()
            ? Optional.of((short) access.replicationFactor().getAsInt())
            : Optional.empty();
    return new NewTopic(name(), Optional.of(partitions), factor).configs(complete);
  }

  /**
   * Whether the topic works with this number of partitions. One that is created with a single
   * partition needs its records in one order. The records of the others are ordered by key only.
   */
  public boolean takesPartitions(int count) {
    return partitions > 1 || count == 1;
  }

  /** The command of Kafka's distribution that creates it. */
  public String creationCommand(KafkaAccess access) {
    NewTopic topic = toNewTopic(access);
    StringBuilder command =
        new StringBuilder(
            "kafka-topics.sh --bootstrap-server %s --create --topic %s --partitions %d"
                .formatted(access.bootstrapServers(), name(), partitions));
    access.replicationFactor().ifPresent(n -> command.append(" --replication-factor ").append(n));
    new TreeMap<>(topic.configs())
        .forEach((key, value) -> command.append(" --config %s=%s".formatted(key, value)));
    return command.toString();
  }

  /** A topic is identified by its name. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Topic<?, ?> topic && plainName.equals(topic.plainName);
  }

  @Override
  public int hashCode() {
    return plainName.hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
