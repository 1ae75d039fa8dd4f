package dev.smartspawn.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.setting.Settings;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class EnricherConfigTest {

  @Test
  void defaults() {
    assertThat(config(Map.of()))
        .isEqualTo(
            new EnricherConfig(KafkaAccess.plain("127.0.0.1:9092"), ImplausibleTable.REFUSE));
  }

  @Test
  void everyKey() {
    assertThat(
            config(
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "broker-1:9092,broker-2:9092",
                    "SMART_SPAWN_IMPLAUSIBLE_TABLE",
                    "publish")))
        .isEqualTo(
            new EnricherConfig(
                KafkaAccess.plain("broker-1:9092,broker-2:9092"), ImplausibleTable.PUBLISH));
  }

  @Test
  void unknownWordIsAMistake() {
    assertThatThrownBy(() -> config(Map.of("SMART_SPAWN_IMPLAUSIBLE_TABLE", "maybe")))
        .hasMessageContaining("SMART_SPAWN_IMPLAUSIBLE_TABLE");
  }

  @Test
  void streamsAcceptsWhatItIsTold() {
    Properties properties =
        new EnricherConfig(KafkaAccess.plain("broker:9092"), ImplausibleTable.REFUSE)
            .streamsProperties();
    StreamsConfig streams = new StreamsConfig(properties);

    assertThat(streams.getString(StreamsConfig.APPLICATION_ID_CONFIG))
        .isEqualTo("smart-spawn-enricher");
    assertThat(streams.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
        .isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
    assertThat(streams.getMainConsumerConfigs("group", "client", 0))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("auto.offset.reset", "earliest")
        .containsEntry("session.timeout.ms", 6000)
        .containsEntry("max.poll.interval.ms", 7_200_000);
    assertThat(streams.getProducerConfigs("client"))
        .containsEntry("transaction.timeout.ms", 15_000)
        .containsEntry("compression.type", "lz4")
        .containsEntry("max.block.ms", 3_600_000L)
        .containsEntry("delivery.timeout.ms", 3_600_000);
  }

  private static EnricherConfig config(Map<String, String> values) {
    Settings settings = Settings.from(values);
    EnricherConfig config = EnricherConfig.from(settings);
    settings.rejectMistakes();
    return config;
  }
}
