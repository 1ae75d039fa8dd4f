package dev.smartspawn.schema.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Makes every Kafka client of a service, so that all of them have the operator's security settings
 * and a client id that names the service and the client's purpose. The caller closes the client.
 */
public final class KafkaClients {

  private final KafkaAccess access;
  private final String service;
  private final Map<String, Integer> made = new ConcurrentHashMap<>();

  /**
   * @param service for client ids, such as query-api
   */
  public KafkaClients(KafkaAccess access, String service) {
    this.access = access;
    this.service = service;
  }

  /** For brokers without encryption and login. */
  public static KafkaClients plain(String bootstrapServers, String service) {
    return new KafkaClients(KafkaAccess.plain(bootstrapServers), service);
  }

  public KafkaAccess access() {
    return access;
  }

  /**
   * Sends records as bytes.
   *
   * @param purpose for the client id, such as "dead-letters"
   * @param settings by Kafka's names
   */
  public Producer<byte[], byte[]> producer(String purpose, Map<String, Object> settings) {
    return producer(purpose, settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends records of one topic. */
  public <K, V> Producer<K, V> producer(
      String purpose, Map<String, Object> settings, Topic<K, V> topic) {
    return producer(
        purpose, settings, topic.keySerde().serializer(), topic.valueSerde().serializer());
  }

  /**
   * Reads bytes: committed records only, unless a setting says otherwise, and without committing
   * offsets by itself.
   */
  public Consumer<byte[], byte[]> consumer(String purpose, Map<String, Object> settings) {
    Map<String, Object> config = base(purpose);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.putAll(settings);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A member of a share group. */
  public KafkaShareConsumer<byte[], byte[]> shareConsumer(
      String purpose, Map<String, Object> settings) {
    Map<String, Object> config = base(purpose);
    config.putAll(settings);
    return new KafkaShareConsumer<>(
        config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  public Admin admin(String purpose) {
    return admin(purpose, Map.of());
  }

  public Admin admin(String purpose, Map<String, Object> settings) {
    Map<String, Object> config = base(purpose);
    config.putAll(settings);
    return Admin.create(config);
  }

  /**
   * Talks to the controller of the embedded broker, which has neither encryption nor login.
   *
   * @param address host:port
   */
  public static Admin controllerAdmin(String address, Map<String, Object> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, address);
    return Admin.create(config);
  }

  /** Its clients get ids of their own from Kafka Streams, which begin with this service's. */
  public KafkaStreams streams(String purpose, Topology topology, Properties settings) {
    Properties config = new Properties();
    config.putAll(base(purpose));
    access
        .replicationFactor()
        .ifPresent(factor -> config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, factor));
    access
        .minInSyncReplicas()
        .ifPresent(
            replicas ->
                config.put(
                    StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), replicas));
    config.putAll(settings);
    return new KafkaStreams(topology, config);
  }

  private <K, V> Producer<K, V> producer(
      String purpose, Map<String, Object> settings, Serializer<K> keys, Serializer<V> values) {
    Map<String, Object> config = base(purpose);
    config.putAll(settings);
    return new KafkaProducer<>(config, keys, values);
  }

  private Map<String, Object> base(String purpose) {
    Map<String, Object> config = new HashMap<>(access.properties());
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, access.bootstrapServers());
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId(purpose));
    return config;
  }

  /** Clients of the same purpose are numbered, because a client id names its metrics. */
  private String clientId(String purpose) {
    String id = "smart-spawn-%s-%s".formatted(service, purpose);
    int number = made.merge(purpose, 1, Integer::sum);
    return number == 1 ? id : id + "-" + number;
  }
}
