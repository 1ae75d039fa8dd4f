package dev.smartspawn.enrich;

import dev.smartspawn.enrich.intake.InputTopic;
import dev.smartspawn.enrich.publication.PublishedTopics;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.stage.KafkaStateHistory;
import dev.smartspawn.schema.stage.OutageSettings;
import dev.smartspawn.schema.stage.StageTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of the enricher. It keeps nothing on disk: its state is in memory and in Kafka.
 *
 * @param kafka how Kafka is reached
 * @param implausible what becomes of a first table that differs too much from the last one
 */
public record EnricherConfig(KafkaAccess kafka, ImplausibleTable implausible) {

  private static final String APPLICATION_ID = ClusterNames.own("enricher");
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
  private static final Duration POLL = Duration.ofMillis(25);

  /** The shortest that brokers allow by default, so that a killed instance is replaced soon. */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

  /**
   * After this a killed instance's open transaction is aborted, so that readers continue. A first
   * table on a busy machine takes seconds and must stay below it.
   */
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(15);

  /**
   * Any change moves every estimate a little, so a run sends the whole table: 2 MB of repetitive
   * JSON.
   */
  private static final String COMPRESSION = "lz4";

  /** A table has hundreds of rows of about 10 KB; Kafka's default of 16 KB holds one. */
  private static final int BATCH_BYTES = 256 * 1024;

  /** Reads the settings; the caller rejects mistakes. */
  public static EnricherConfig from(Settings settings) {
    return new EnricherConfig(KafkaAccess.from(settings), implausible(settings));
  }

  private static ImplausibleTable implausible(Settings settings) {
    return switch (settings.text(Setting.IMPLAUSIBLE_TABLE)) {
      case "publish" -> ImplausibleTable.PUBLISH;
      case "refuse" -> ImplausibleTable.REFUSE;
      default -> {
        settings.addMistake(Setting.IMPLAUSIBLE_TABLE, "is neither refuse nor publish");
        yield ImplausibleTable.REFUSE;
      }
    };
  }

  /** The topics that the stage keeps for itself. */
  public static List<String> changelogs() {
    return StageTopics.changelogs(
        APPLICATION_ID, new EnrichmentTopology(Clock.systemUTC(), EnrichmentPast.NONE).build());
  }

  /** What a start is compared with: the stage's own offsets and changelogs, and its topics. */
  EnrichmentPast past(KafkaClients clients) {
    List<String> inputs =
        InputTopic.all(SourceReadings.ALL).stream().map(input -> input.topic().name()).toList();
    return new EnrichmentPast(
        new KafkaStateHistory(clients, APPLICATION_ID, inputs),
        () -> PublishedTopics.read(clients),
        implausible);
  }

  /** How Kafka Streams runs the topology. */
  public Properties streamsProperties() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
    properties.put(StreamsConfig.POLL_MS_CONFIG, POLL.toMillis());
    properties.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        (int) SESSION_TIMEOUT.toMillis());
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
        (int) SESSION_TIMEOUT.toMillis() / 3);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) TRANSACTION_TIMEOUT.toMillis());
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), COMPRESSION);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    OutageSettings.addTo(properties);
    return properties;
  }
}
