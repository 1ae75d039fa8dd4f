package dev.smartspawn.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.query.http.guard.ApiKeys;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryApiConfigTest {

  @Test
  void defaults() {
    assertThat(config(Map.of()))
        .isEqualTo(
            new QueryApiConfig(
                KafkaAccess.plain("127.0.0.1:9092"),
                "127.0.0.1",
                8080,
                List.of(),
                List.of(),
                ApiKeys.of("127.0.0.1", List.of()),
                600,
                Path.of("data"),
                Duration.ofMinutes(5),
                RankingSetting.EVIDENCE,
                Usd.of("10")));
  }

  @Test
  void everyKey() {
    assertThat(
            config(
                Map.ofEntries(
                    Map.entry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"),
                    Map.entry("SMART_SPAWN_HTTP_HOST", "0.0.0.0"),
                    Map.entry("SMART_SPAWN_HTTP_PORT", "0"),
                    Map.entry("SMART_SPAWN_ALLOWED_HOSTS", "query-api, models.example"),
                    Map.entry("SMART_SPAWN_ALLOWED_ORIGINS", "https://models.example"),
                    Map.entry("API_KEYS", "first-of-two-keys, second-of-two-keys"),
                    Map.entry("SMART_SPAWN_WRITES_PER_MINUTE", "30"),
                    Map.entry("SMART_SPAWN_DATA_DIR", "/var/lib/smart-spawn"),
                    Map.entry("SMART_SPAWN_PULL_TIMEOUT", "90s"),
                    Map.entry("RANKING", "spec"),
                    Map.entry("SMART_SPAWN_MAX_COST_PER_DAY_USD", "25"))))
        .isEqualTo(
            new QueryApiConfig(
                KafkaAccess.plain("kafka:9092"),
                "0.0.0.0",
                0,
                List.of("query-api", "models.example"),
                List.of("https://models.example"),
                ApiKeys.of("0.0.0.0", List.of("first-of-two-keys", "second-of-two-keys")),
                30,
                Path.of("/var/lib/smart-spawn"),
                Duration.ofSeconds(90),
                RankingSetting.SPEC,
                Usd.of("25")));
  }

  @Test
  void allMistakesAtOnce() {
    Settings settings =
        Settings.from(
            Map.of(
                "SMART_SPAWN_HTTP_PORT", "65536",
                "SMART_SPAWN_PULL_TIMEOUT", "soon",
                "API_KEYS", "long-enough-to-be-one,short",
                "SMART_SPAWN_WRITES_PER_MINUTE", "0",
                "RANKING", "votes"));
    QueryApiConfig.from(settings);
    assertThatThrownBy(settings::rejectMistakes)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("SMART_SPAWN_HTTP_PORT is '65536'")
        .hasMessageContaining("SMART_SPAWN_PULL_TIMEOUT is 'soon'")
        .hasMessageContaining("RANKING: 'votes': expected evidence or spec")
        .hasMessageContaining("SMART_SPAWN_WRITES_PER_MINUTE is '0'")
        .hasMessageContaining("API_KEYS: key 2 has 5 characters: expected 16 to 256")
        .hasMessageNotContaining("short");
  }

  private static QueryApiConfig config(Map<String, String> values) {
    Settings settings = Settings.from(values);
    QueryApiConfig config = QueryApiConfig.from(settings);
    settings.rejectMistakes();
    return config;
  }
}
