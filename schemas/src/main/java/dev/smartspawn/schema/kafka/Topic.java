package dev.smartspawn.schema.kafka;

import dev.smartspawn.schema.setting.Setting;
import java.time.Duration;
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
 * @param config topic-level configuration it is created with, unless a setting differs
 * @param keptBy the setting that says how long it keeps its records; absent if none does
 */
public record Topic<K, V>(
    String plainName,
    Serde<K> keySerde,
    Serde<V> valueSerde,
    int partitions,
    Map<String, String> config,
    @Nullable Setting keptBy) {

  public Topic {
    config = Map.copyOf(config);
  }

  /** A topic whose configuration no setting changes. */
  public Topic(
      String plainName,
      Serde<K> keySerde,
      Serde<V> valueSerde,
      int partitions,
      Map<String, String> config) {
    this(plainName, keySerde, valueSerde, partitions, config, null);
  }

  /** The configuration of the topic with these settings. */
  public Map<String, String> config(KafkaAccess access) {
    Duration kept = keptBy == null ? null : access.kept().get(keptBy);
    if (kept == null) {
      return config;
    }
    Map<String, String> changed = new HashMap<>(config);
    changed.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
    return changed;
  }

  /** The name on the cluster. */
  public String name() {
    return ClusterNames.topic(plainName);
  }

  /** The topic to create. */
  public NewTopic toNewTopic(KafkaAccess access) {
    Map<String, String> complete = new HashMap<>(config(access));
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
