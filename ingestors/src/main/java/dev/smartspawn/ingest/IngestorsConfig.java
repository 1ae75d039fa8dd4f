package dev.smartspawn.ingest;

import dev.smartspawn.ingest.artificialanalysis.ApiKey;
import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.source.Source;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the ingestors are set up.
 *
 * @param lmarenaDownloads where LMArena's release files are, besides {@code addresses}
 * @param addresses of each pulled source, without a trailing slash
 * @param schedules of each pulled source
 * @param artificialAnalysisKey without one that source is disabled
 * @param referenceDir holds aliases.yaml, seed-overrides.yaml and the snapshot
 */
public record IngestorsConfig(
    String bootstrapServers,
    Map<Source, URI> addresses,
    URI lmarenaDownloads,
    Map<Source, PullSchedule> schedules,
    Optional<ApiKey> artificialAnalysisKey,
    Path referenceDir,
    FetchLimits limits) {

  private static final int MAX_BODY_MB = 1024;

  public IngestorsConfig {
    addresses = Map.copyOf(addresses);
    schedules = Map.copyOf(schedules);
  }

  /** Mistakes are gathered in {@code settings}. */
  public static IngestorsConfig from(Settings settings) {
    Map<Source, URI> addresses = new EnumMap<>(Source.class);
    Map<Source, PullSchedule> schedules = new EnumMap<>(Source.class);
    for (SourceSettings source : SourceSettings.values()) {
      addresses.put(source.source, address(settings, source.address));
      schedules.put(
          source.source,
          new PullSchedule(
              settings.duration(source.interval), settings.duration(source.minInterval)));
    }
    return new IngestorsConfig(
        settings.text(Setting.KAFKA_BOOTSTRAP_SERVERS),
        addresses,
        address(settings, Setting.LMARENA_DOWNLOAD_URL),
        schedules,
        settings.find(Setting.ARTIFICIAL_ANALYSIS_API_KEY).map(ApiKey::of),
        settings.path(Setting.REFERENCE_DIR),
        FetchLimits.of(
            settings.duration(Setting.REQUEST_TIMEOUT),
            settings.duration(Setting.PULL_TIMEOUT),
            (long) settings.integer(Setting.MAX_BODY_MB, 1, MAX_BODY_MB) << 20));
  }

  /** A source's own address wins over the one for all, which wins over the source's default. */
  private static URI address(Settings settings, Setting own) {
    boolean forAll = settings.isSet(Setting.SOURCES_URL) && !settings.isSet(own);
    return settings.address(forAll ? Setting.SOURCES_URL : own);
  }

  private enum SourceSettings {
    OPENROUTER(
        Source.OPENROUTER,
        Setting.OPENROUTER_URL,
        Setting.OPENROUTER_INTERVAL,
        Setting.OPENROUTER_MIN_INTERVAL),
    ARTIFICIAL_ANALYSIS(
        Source.ARTIFICIAL_ANALYSIS,
        Setting.ARTIFICIAL_ANALYSIS_URL,
        Setting.ARTIFICIAL_ANALYSIS_INTERVAL,
        Setting.ARTIFICIAL_ANALYSIS_MIN_INTERVAL),
    HF_LEADERBOARD(
        Source.HF_LEADERBOARD,
        Setting.HF_LEADERBOARD_URL,
        Setting.HF_LEADERBOARD_INTERVAL,
        Setting.HF_LEADERBOARD_MIN_INTERVAL),
    LMARENA(
        Source.LMARENA,
        Setting.LMARENA_URL,
        Setting.LMARENA_INTERVAL,
        Setting.LMARENA_MIN_INTERVAL),
    LIVEBENCH(
        Source.LIVEBENCH,
        Setting.LIVEBENCH_URL,
        Setting.LIVEBENCH_INTERVAL,
        Setting.LIVEBENCH_MIN_INTERVAL);

    private final Source source;
    private final Setting address;
    private final Setting interval;
    private final Setting minInterval;

    SourceSettings(Source source, Setting address, Setting interval, Setting minInterval) {
      this.source = source;
      this.address = address;
      this.interval = interval;
      this.minInterval = minInterval;
    }
  }
}
