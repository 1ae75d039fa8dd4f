package dev.smartspawn.schema.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.source.Sources;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void defaultAppliesWithoutAValue() {
    Settings settings = Settings.from(Map.of("SMART_SPAWN_HTTP_PORT", " "));

    assertThat(settings.integer(Setting.HTTP_PORT)).isEqualTo(8080);
    assertThat(settings.isSet(Setting.HTTP_PORT)).isFalse();
    settings.rejectMistakes();
  }

  @ParameterizedTest
  @CsvSource({
    "500ms,PT0.5S",
    "90,PT1M30S",
    "60s,PT1M",
    "5m,PT5M",
    "6H,PT6H",
    "30d,PT720H",
    "0,PT0S"
  })
  void durationsAreReadWithTheirUnit(String text, Duration expected) {
    Settings settings = Settings.from(Map.of("SMART_SPAWN_PULL_TIMEOUT", text));

    assertThat(settings.duration(Setting.PULL_TIMEOUT)).isEqualTo(expected);
    settings.rejectMistakes();
  }

  @Test
  void addressLosesItsTrailingSlash() {
    Settings settings = Settings.from(Map.of("SMART_SPAWN_SOURCES_URL", "http://127.0.0.1:9000/"));

    assertThat(settings.address(Setting.SOURCES_URL))
        .isEqualTo(URI.create("http://127.0.0.1:9000"));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0.5,0.5", "0,0", "12.345678901,12.34567891"})
  void dollarsAreExactToTheCentMillionth(String text, String expected) {
    Settings settings = Settings.from(Map.of("SMART_SPAWN_MAX_COST_PER_DAY_USD", text));

    assertThat(settings.dollars(Setting.SPAWN_DAILY_COST)).isEqualTo(Usd.of(expected));
    settings.rejectMistakes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "much", "1e99"})
  void invalidAmountIsAMistake(String text) {
    Settings settings = Settings.from(Map.of("SMART_SPAWN_MAX_COST_PER_DAY_USD", text));
    settings.dollars(Setting.SPAWN_DAILY_COST);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining("expected a number of US dollars such as 0.5");
  }

  @Test
  void allMistakesAreReportedTogether() {
    Settings settings =
        Settings.from(
            Map.of(
                "SMART_SPAWN_HTTP_PORT", "eighty",
                "SMART_SPAWN_PULL_TIMEOUT", "soon",
                "SMART_SPAWN_OPENROUTER_URL", "openrouter.ai",
                "SMART_SPAWN_OPENROUTER_INTERVALL", "6h"));
    settings.integer(Setting.HTTP_PORT);
    settings.duration(Setting.PULL_TIMEOUT);
    settings.address(new SourceSettings(Sources.OPENROUTER).address());

    assertThatThrownBy(settings::rejectMistakes)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("SMART_SPAWN_HTTP_PORT is 'eighty': expected a whole number from 0")
        .hasMessageContaining("SMART_SPAWN_PULL_TIMEOUT is 'soon': expected a duration")
        .hasMessageContaining("SMART_SPAWN_OPENROUTER_URL is 'openrouter.ai': expected an http")
        .hasMessageContaining(
            "unknown setting SMART_SPAWN_OPENROUTER_INTERVALL:"
                + " did you mean SMART_SPAWN_OPENROUTER_INTERVAL?");
  }

  @ParameterizedTest
  @FieldSource("dev.smartspawn.schema.setting.SettingList#ALL")
  void everySettingIsAcceptedAndExplained(Setting setting) {
    assertThat(setting.meaning()).isNotBlank();
    assertThat(setting.readers()).isNotEmpty();
    assertThat(setting.form().expected()).isNotBlank();
    Settings.from(Map.of(setting.variable(), "x")).rejectMistakes();
  }

  @Test
  void onlyVariablesWithOurPrefixHaveToBeKnown() {
    Settings others = Settings.from(Map.of("PATH", "/bin", "KAFKA_HEAP_OPTS", "-Xmx1g"));
    Settings ours = Settings.from(Map.of("SMART_SPAWN_PATH", "/bin"));

    assertThatCode(others::rejectMistakes).doesNotThrowAnyException();
    assertThatThrownBy(ours::rejectMistakes)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unknown setting SMART_SPAWN_PATH");
  }

  @Test
  void variablesAreUnique() {
    assertThat(SettingList.ALL).extracting(Setting::variable).doesNotHaveDuplicates();
  }
}
