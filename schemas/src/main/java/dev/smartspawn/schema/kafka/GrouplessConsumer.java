package dev.smartspawn.schema.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Consumers without a group, which read from assigned positions. They read committed records unless
 * a setting says otherwise.
 */
public final class GrouplessConsumer {

  private GrouplessConsumer() {}

  public static Consumer<byte[], byte[]> open(String bootstrapServers) {
    return open(bootstrapServers, Map.of());
  }

  /**
   * @param more settings, by Kafka's names
   */
  public static Consumer<byte[], byte[]> open(String bootstrapServers, Map<String, Object> more) {
    Map<String, Object> config = new HashMap<>(more);
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return open(config);
  }

  /**
   * @param settings by Kafka's names, the brokers' addresses among them
   */
  public static Consumer<byte[], byte[]> open(Map<String, Object> settings) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.putAll(settings);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Assigns all partitions of the topics to the consumer and returns them. */
  public static List<TopicPartition> assign(Consumer<?, ?> consumer, Topic<?, ?>... topics) {
    List<TopicPartition> partitions =
        Stream.of(topics)
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    return partitions;
  }
}
