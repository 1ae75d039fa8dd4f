package dev.smartspawn.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.ingest.schedule.PullSchedule;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import dev.smartspawn.schema.source.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class IngestorsConfigTest {

  @Test
  void defaults() {
    IngestorsConfig config = config(Map.of());

    assertThat(config.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(addresses(config))
        .containsOnly(
            Map.entry(Source.OPENROUTER, URI.create("https://openrouter.ai")),
            Map.entry(Source.ARTIFICIAL_ANALYSIS, URI.create("https://artificialanalysis.ai")),
            Map.entry(Source.HF_LEADERBOARD, URI.create("https://datasets-server.huggingface.co")),
            Map.entry(Source.LMARENA, URI.create("https://api.github.com")),
            Map.entry(Source.LMARENA_DATASET, URI.create("https://huggingface.co")),
            Map.entry(Source.LIVEBENCH, URI.create("https://huggingface.co")));
    assertThat(of(config, Source.LMARENA).downloads()).isEqualTo(URI.create("https://github.com"));
    assertThat(schedules(config))
        .containsOnly(
            Map.entry(Source.OPENROUTER, schedule(Duration.ofHours(6), Duration.ofMinutes(1))),
            Map.entry(
                Source.ARTIFICIAL_ANALYSIS, schedule(Duration.ofHours(6), Duration.ofHours(1))),
            Map.entry(Source.HF_LEADERBOARD, schedule(Duration.ofDays(1), Duration.ofMinutes(1))),
            Map.entry(Source.LMARENA, schedule(Duration.ofHours(6), Duration.ofMinutes(1))),
            Map.entry(Source.LMARENA_DATASET, schedule(Duration.ofHours(6), Duration.ofMinutes(1))),
            Map.entry(Source.LIVEBENCH, schedule(Duration.ofDays(30), Duration.ofMinutes(1))));
    assertThat(of(config, Source.ARTIFICIAL_ANALYSIS).key()).isEmpty();
    assertThat(config.referenceDir()).isEqualTo(Path.of("data"));
    assertThat(config.limits())
        .isEqualTo(
            FetchLimits.of(Duration.ofSeconds(30), Duration.ofMinutes(5), 64L * 1024 * 1024));
  }

  @ParameterizedTest
  @CsvSource({
    "openrouter, OPENROUTER",
    "artificial-analysis, ARTIFICIAL_ANALYSIS",
    "hf-leaderboard, HF_LEADERBOARD",
    "lmarena, LMARENA",
    "livebench, LIVEBENCH",
  })
  void everySourceHasItsOwnSettings(Source source, String name) {
    IngestorsConfig config =
        config(
            Map.of(
                "SMART_SPAWN_" + name + "_URL", "http://127.0.0.1:1/base/",
                "SMART_SPAWN_" + name + "_INTERVAL", "2h",
                "SMART_SPAWN_" + name + "_MIN_INTERVAL", "0"));

    assertThat(addresses(config)).containsEntry(source, URI.create("http://127.0.0.1:1/base"));
    assertThat(of(config, source).schedule())
        .isEqualTo(schedule(Duration.ofHours(2), Duration.ZERO));
  }

  @Test
  void otherSettingsAreRead() {
    IngestorsConfig config =
        config(
            Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "ARTIFICIAL_ANALYSIS_API_KEY", "s3cret",
                "SMART_SPAWN_REFERENCE_DIR", "/srv/reference",
                "SMART_SPAWN_LMARENA_DOWNLOAD_URL", "http://127.0.0.1:2",
                "SMART_SPAWN_REQUEST_TIMEOUT", "2s",
                "SMART_SPAWN_PULL_TIMEOUT", "9s",
                "SMART_SPAWN_MAX_BODY_MB", "3"));

    assertThat(config.kafka().bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(of(config, Source.ARTIFICIAL_ANALYSIS).key()).isPresent();
    assertThat(config.referenceDir()).isEqualTo(Path.of("/srv/reference"));
    assertThat(of(config, Source.LMARENA).downloads()).isEqualTo(URI.create("http://127.0.0.1:2"));
    assertThat(config.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.limits().pullTimeout()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.limits().maxBodyBytes()).isEqualTo(3 * 1024 * 1024);
  }

  @Test
  void keyIsNotPrinted() {
    assertThat(config(Map.of("ARTIFICIAL_ANALYSIS_API_KEY", "s3cret")).toString())
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @FieldSource("dev.smartspawn.schema.source.Source#PULLED")
  void oneAddressReplacesThatOfEverySource(Source source) {
    IngestorsConfig config = config(Map.of("SMART_SPAWN_SOURCES_URL", "http://127.0.0.1:3"));

    assertThat(addresses(config)).containsEntry(source, URI.create("http://127.0.0.1:3"));
    assertThat(of(config, Source.LMARENA).downloads()).isEqualTo(URI.create("http://127.0.0.1:3"));
  }

  @Test
  void ownAddressWinsOverTheOneForAll() {
    IngestorsConfig config =
        config(
            Map.of(
                "SMART_SPAWN_SOURCES_URL", "http://127.0.0.1:3",
                "SMART_SPAWN_LIVEBENCH_URL", "http://127.0.0.1:4"));

    assertThat(addresses(config))
        .containsEntry(Source.LIVEBENCH, URI.create("http://127.0.0.1:4"))
        .containsEntry(Source.OPENROUTER, URI.create("http://127.0.0.1:3"));
  }

  @Test
  void mirrorOfAHostServesEverySourceOnThatHost() {
    IngestorsConfig mirrored = config(Map.of("SMART_SPAWN_LIVEBENCH_URL", "http://127.0.0.1:4"));
    IngestorsConfig apart =
        config(
            Map.of(
                "SMART_SPAWN_LIVEBENCH_URL", "http://127.0.0.1:4",
                "SMART_SPAWN_LMARENA_DATASET_URL", "http://127.0.0.1:5"));

    assertThat(addresses(mirrored))
        .containsEntry(Source.LMARENA_DATASET, URI.create("http://127.0.0.1:4"));
    assertThat(addresses(apart))
        .containsEntry(Source.LMARENA_DATASET, URI.create("http://127.0.0.1:5"));
  }

  @Test
  void mistakesAreNamedTogether() {
    Map<String, String> mistaken = new HashMap<>();
    mistaken.put("SMART_SPAWN_LMARENA_URL", "github");
    mistaken.put("SMART_SPAWN_LIVEBENCH_INTERVAL", "often");
    mistaken.put("SMART_SPAWN_MAX_BODY_MB", "0");

    assertThatThrownBy(() -> config(mistaken))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("SMART_SPAWN_LMARENA_URL is 'github'")
        .hasMessageContaining("SMART_SPAWN_LIVEBENCH_INTERVAL is 'often'")
        .hasMessageContaining("SMART_SPAWN_MAX_BODY_MB is '0'");
  }

  private static IngestorsConfig config(Map<String, String> values) {
    Settings settings = Settings.from(values);
    IngestorsConfig config = IngestorsConfig.from(settings);
    settings.rejectMistakes();
    return config;
  }

  private static SourceConfig of(IngestorsConfig config, Source source) {
    return config.sources().stream()
        .filter(each -> each.descriptor().source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Source, URI> addresses(IngestorsConfig config) {
    return config.sources().stream()
        .collect(Collectors.toMap(each -> each.descriptor().source(), SourceConfig::address));
  }

  private static Map<Source, PullSchedule> schedules(IngestorsConfig config) {
    return config.sources().stream()
        .collect(Collectors.toMap(each -> each.descriptor().source(), SourceConfig::schedule));
  }

  private static PullSchedule schedule(Duration interval, Duration minInterval) {
    return new PullSchedule(interval, minInterval);
  }
}
