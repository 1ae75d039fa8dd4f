package dev.smartspawn.local.command.day;

import dev.smartspawn.local.LocalConfig;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.ScratchFolder;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.SettingList;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The system in this process. Its state is in a temporary folder. */
final class LocalDaySystem implements DaySystem {

  private static final String ANY_KEY = "recorded-days";

  private final ScratchFolder data;
  private final DayClock clock;
  private final LocalSystem system;

  private LocalDaySystem(ScratchFolder data, DayClock clock, LocalSystem system) {
    this.data = data;
    this.clock = clock;
    this.system = system;
  }

  /**
   * @param reference folder with the reference files
   */
  static LocalDaySystem start(LocalDate day, String sourcesUrl, Path reference) {
    ScratchFolder data = ScratchFolder.create("smart-spawn-days");
    DayClock clock = new DayClock(day);
    LocalSystem system =
        new LocalSystem(
            new LocalConfig(data.path(), reference, 0, 0, environment(sourcesUrl)), clock);
    try {
      system.start();
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
    return new LocalDaySystem(data, clock, system);
  }

  /** Every source is pulled by command alone, however short the days are. */
  static Map<String, String> environment(String sourcesUrl) {
    Map<String, String> environment = new HashMap<>();
    environment.put(Setting.SOURCES_URL.variable(), sourcesUrl);
    environment.put("ARTIFICIAL_ANALYSIS_API_KEY", ANY_KEY);
    for (Setting setting : SettingList.ALL) {
      if (setting.variable().endsWith("_MIN_INTERVAL")) {
        environment.put(setting.variable(), "0");
      } else if (setting.variable().endsWith("_INTERVAL")) {
        environment.put(setting.variable(), "400d");
      }
    }
    return environment;
  }

  @Override
  public String url() {
    return system.config().url();
  }

  @Override
  public String bootstrapServers() {
    return system.bootstrapServers();
  }

  @Override
  public boolean isHopeful() {
    return system.failure().isEmpty();
  }

  @Override
  public void begin(LocalDate day) {
    clock.begin(day);
  }

  @Override
  public boolean wasRestarted() {
    return false;
  }

  @Override
  public void close() {
    system.close();
    data.close();
  }
}
