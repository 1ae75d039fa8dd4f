package dev.smartspawn.ingest;

import dev.smartspawn.ingest.http.FetchLimits;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.nio.file.Path;
import java.util.List;

/**
 * The configuration of the ingestors.
 *
 * @param kafka how Kafka is reached
 * @param sources the configuration of each pulled source
 * @param referenceDir folder with aliases.yaml, seed-overrides.yaml and the snapshot
 */
public record IngestorsConfig(
    KafkaAccess kafka, List<SourceConfig> sources, Path referenceDir, FetchLimits limits) {

  public IngestorsConfig {
    sources = List.copyOf(sources);
  }

  /** Reads the configuration; {@code settings} collects the mistakes. */
  public static IngestorsConfig from(Settings settings) {
    return from(settings, Sources.ALL);
  }

  /** Reads the configuration of the given sources, which may be unlisted. */
  public static IngestorsConfig from(Settings settings, List<SourceDescriptor<?>> sources) {
    return new IngestorsConfig(
        KafkaAccess.from(settings),
        sources.stream().map(source -> SourceConfig.from(settings, source)).toList(),
        settings.path(Setting.REFERENCE_DIR),
        FetchLimits.of(
            settings.duration(Setting.REQUEST_TIMEOUT),
            settings.duration(Setting.PULL_TIMEOUT),
            (long) settings.integer(Setting.MAX_BODY_MB) << 20));
  }
}
