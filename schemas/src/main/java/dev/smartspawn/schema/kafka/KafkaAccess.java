package dev.smartspawn.schema.kafka;

import dev.smartspawn.schema.setting.KafkaSetting;
import dev.smartspawn.schema.setting.RetentionSetting;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * How Kafka is reached, and how topics are created there.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param properties Kafka's own properties for every client; they contain passwords
 * @param replicationFactor of created topics; empty for the broker's default
 * @param minInSyncReplicas of created topics; empty for the broker's default
 * @param kept how long topics keep their records, where a setting says so
 */
public record KafkaAccess(
    String bootstrapServers,
    Map<String, String> properties,
    OptionalInt replicationFactor,
    OptionalInt minInSyncReplicas,
    Map<Setting, Duration> kept) {

  /** What a client is and does. It is never taken from the file. */
  private static final Set<String> OURS =
      Set.of(
          "acks",
          "auto.offset.reset",
          "client.id",
          "enable.auto.commit",
          "enable.idempotence",
          "group.id",
          "group.instance.id",
          "group.protocol",
          "isolation.level",
          "key.deserializer",
          "key.serializer",
          "transactional.id",
          "value.deserializer",
          "value.serializer");

  public KafkaAccess {
    properties = Map.copyOf(properties);
    kept = Map.copyOf(kept);
  }

  /** Without encryption and login. */
  public static KafkaAccess plain(String bootstrapServers) {
    return new KafkaAccess(
        bootstrapServers, Map.of(), OptionalInt.empty(), OptionalInt.empty(), Map.of());
  }

  /** Reads the settings, which collect the mistakes. */
  public static KafkaAccess from(Settings settings) {
    ClusterNames.check(settings);
    Map<String, String> properties = new TreeMap<>(file(settings));
    String inFile = properties.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    properties.keySet().removeAll(OURS);
    String bootstrapServers =
        inFile == null || settings.isSet(Setting.KAFKA_BOOTSTRAP_SERVERS)
            ? settings.text(Setting.KAFKA_BOOTSTRAP_SERVERS)
            : inFile;
    return new KafkaAccess(
        bootstrapServers,
        properties,
        number(settings, KafkaSetting.REPLICATION_FACTOR),
        number(settings, KafkaSetting.MIN_ISR),
        RetentionSetting.read(settings));
  }

  /** {@code PLAINTEXT}, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}. */
  String protocol() {
    return properties.getOrDefault(
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
        CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
  }

  boolean isEncrypted() {
    return protocol().endsWith("SSL");
  }

  boolean hasLogin() {
    return protocol().startsWith("SASL");
  }

  private static OptionalInt number(Settings settings, Setting setting) {
    return settings.isSet(setting)
        ? OptionalInt.of(settings.integer(setting))
        : OptionalInt.empty();
  }

  private static Map<String, String> file(Settings settings) {
    if (!settings.isSet(KafkaSetting.CLIENT_PROPERTIES)) {
      return Map.of();
    }
    Path file = settings.path(KafkaSetting.CLIENT_PROPERTIES);
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      settings.addMistake(
          KafkaSetting.CLIENT_PROPERTIES,
          "%s cannot be read: expected a file with Kafka's client properties".formatted(file));
      return Map.of();
    }
    Map<String, String> properties = new TreeMap<>();
    read.stringPropertyNames()
        .forEach(name -> properties.put(name, read.getProperty(name).strip()));
    reportMistake(settings, file, properties);
    return properties;
  }

  private static void reportMistake(Settings settings, Path file, Map<String, String> properties) {
    Map<String, Object> complete = new TreeMap<>(properties);
    complete.putIfAbsent(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
    try {
      Object unused = new AdminClientConfig(complete);
    } catch (ConfigException e) {
      settings.addMistake(KafkaSetting.CLIENT_PROPERTIES, "%s: %s".formatted(file, e.getMessage()));
    }
  }

  /** Without the properties, which contain passwords. */
  @Override
  public String toString() {
    return bootstrapServers + " (" + protocol() + ")";
  }
}
