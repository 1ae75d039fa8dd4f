package dev.smartspawn.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long topics keep their records. */
class TopicRetentionTest {

  private static final String RETENTION = "retention.ms";

  @Test
  void resultsAndRatingsAreKeptFor400Days() {
    KafkaAccess access = access(Map.of());

    assertThat(Topics.SPAWN_RESULTS.config(access)).isEqualTo(Topics.SPAWN_RESULTS.config());
    assertThat(kept(Topics.SPAWN_RESULTS, access)).isEqualTo(Duration.ofDays(400));
    assertThat(kept(Topics.SPAWN_OUTCOMES, access)).isEqualTo(Duration.ofDays(400));
  }

  @Test
  void settingChangesResultsAndRatingsAndNothingElse() {
    KafkaAccess access = access(Map.of("SMART_SPAWN_RESULTS_KEPT", "30d"));

    assertThat(kept(Topics.SPAWN_RESULTS, access)).isEqualTo(Duration.ofDays(30));
    assertThat(kept(Topics.SPAWN_OUTCOMES, access)).isEqualTo(Duration.ofDays(30));
    assertThat(Topics.SPAWN_RESULTS.toNewTopic(access).configs())
        .containsEntry(RETENTION, "2592000000")
        .containsEntry("cleanup.policy", "compact,delete");
    assertThat(Topics.SPAWN_EVENTS.config(access)).isEqualTo(Topics.SPAWN_EVENTS.config());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "23h", "3651d", "for ever"})
  void unusableDurationsAreMistakes(String kept) {
    assertThatThrownBy(() -> access(Map.of("SMART_SPAWN_RESULTS_KEPT", kept)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("expected a duration from 1d to 3650d");
  }

  private static Duration kept(Topic<?, ?> topic, KafkaAccess access) {
    return Duration.ofMillis(Long.parseLong(topic.config(access).get(RETENTION)));
  }

  private static KafkaAccess access(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    KafkaAccess access = KafkaAccess.from(settings);
    settings.rejectMistakes();
    return access;
  }
}
