package dev.smartspawn.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.ApiProbe;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.SettingList;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The whole system in the test's JVM, started by what {@code up} starts it by. */
public final class RunningSystem implements AutoCloseable {

  private static final byte[] REFRESH_EVERYTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final LocalSystem system;
  private final ApiProbe api;

  private RunningSystem(LocalSystem system) {
    this.system = system;
    this.api = new ApiProbe(system.config().url(), () -> true);
  }

  /** On free ports, with the project's reference files and snapshot. */
  public static RunningSystem start(Path dataDir, Map<String, String> environment) {
    return start(dataDir, ProjectFiles.root().resolve("data"), environment);
  }

  /** On free ports, with a test's own reference files. */
  public static RunningSystem start(
      Path dataDir, Path referenceDir, Map<String, String> environment) {
    LocalConfig config = new LocalConfig(dataDir, referenceDir, 0, 0, environment);
    return new RunningSystem(new LocalSystem(config, Clock.systemUTC()).start());
  }

  /** Every source at one address, with a key, asked as often as a test likes. */
  public static Map<String, String> sourcesAt(String url) {
    Map<String, String> environment = new HashMap<>();
    environment.put(Setting.SOURCES_URL.variable(), url);
    environment.put("ARTIFICIAL_ANALYSIS_API_KEY", "test");
    for (Setting setting : SettingList.ALL) {
      if (setting.variable().endsWith("_MIN_INTERVAL")) {
        environment.put(setting.variable(), "0");
      }
    }
    return environment;
  }

  public ApiProbe api() {
    return api;
  }

  public String url() {
    return system.config().url();
  }

  public String bootstrapServers() {
    return system.bootstrapServers();
  }

  /** As any Kafka client would: no key, no headers, none of our classes. */
  public static void sendPlainRefresh(String bootstrapServers) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.REFRESH_COMMANDS.name(), REFRESH_EVERYTHING));
    }
  }

  /** Writes a record as the topic's own sender does. */
  public <K, V> void write(Topic<K, V> topic, K key, V value) {
    try (KafkaProducer<K, V> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers()),
            topic.keySerde().serializer(),
            topic.valueSerde().serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value));
    }
  }

  /** What is live in a compacted topic, by key. */
  public static Map<String, JsonNode> table(String bootstrapServers, Topic<?, ?> topic) {
    Map<String, JsonNode> table = new TreeMap<>();
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(KafkaClients.plain(bootstrapServers, "test"))) {
      reader.readAll(
          topic.name(),
          record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
              table.remove(key);
            } else {
              table.put(key, parse(record.value()));
            }
          });
    }
    return table;
  }

  @Override
  public void close() {
    system.close();
  }

  private static JsonNode parse(byte[] value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
