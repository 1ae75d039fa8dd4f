package dev.smartspawn.schema.setting;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long topics keep their records, where the operator decides. */
public final class RetentionSetting {

  public static final Setting RESULTS =
      new Setting(
          "SMART_SPAWN_RESULTS_KEPT",
          "400d",
          SettingForm.text("a duration from 1d to 3650d"),
          List.of(SettingReader.values()),
          "how long the topics spawn-results and spawn-outcomes keep results and ratings; the same for all services of a deployment");

  /** Every such setting. */
  public static final List<Setting> ALL = List.of(RESULTS);

  private static final Duration LEAST = Duration.ofDays(1);
  private static final Duration MOST = Duration.ofDays(3650);

  private RetentionSetting() {}

  /** The durations of the settings that are set. Mistakes are reported to {@code settings}. */
  public static Map<Setting, Duration> read(Settings settings) {
    Map<Setting, Duration> kept = new LinkedHashMap<>();
    for (Setting setting : ALL.stream().filter(settings::isSet).toList()) {
      Duration duration = settings.duration(setting);
      if (duration.compareTo(LEAST) < 0 || duration.compareTo(MOST) > 0) {
        settings.addMistake(
            setting,
            "'%s': expected %s".formatted(settings.text(setting), setting.form().expected()));
      }
      kept.put(setting, duration);
    }
    return kept;
  }
}
