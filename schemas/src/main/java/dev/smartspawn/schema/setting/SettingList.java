package dev.smartspawn.schema.setting;

import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import java.util.List;
import java.util.stream.Stream;

/** The settings in the order in which they are documented. */
public final class SettingList {

  /** Every setting, including those of the sources. */
  public static final List<Setting> ALL = with(Sources.ALL);

  private SettingList() {}

  /** All settings, including those of the given sources. */
  static List<Setting> with(List<SourceDescriptor<?>> sources) {
    return Stream.of(
            Stream.of(
                Setting.KAFKA_BOOTSTRAP_SERVERS,
                KafkaSetting.CLIENT_PROPERTIES,
                KafkaSetting.PREFIX,
                KafkaSetting.REPLICATION_FACTOR,
                KafkaSetting.MIN_ISR,
                Setting.DATA_DIR,
                Setting.REFERENCE_DIR,
                Setting.SOURCES_URL),
            sources.stream().map(SourceSettings::new).flatMap(own -> own.all().stream()),
            Stream.of(
                Setting.REQUEST_TIMEOUT,
                Setting.PULL_TIMEOUT,
                Setting.MAX_BODY_MB,
                Setting.IMPLAUSIBLE_TABLE,
                Setting.RANKING,
                Setting.HTTP_HOST,
                Setting.HTTP_PORT,
                Setting.ALLOWED_HOSTS,
                Setting.ALLOWED_ORIGINS,
                Setting.API_KEYS,
                Setting.WRITES_PER_MINUTE,
                Setting.OPENROUTER_API_KEY,
                Setting.OPENROUTER_BASE_URL,
                Setting.OPENROUTER_TITLE,
                Setting.OPENROUTER_REFERER,
                Setting.PROVIDERS_FILE,
                Setting.QUERY_API_URL,
                Setting.SPAWN_MODELS,
                Setting.FALLBACK_MODELS,
                Setting.SPAWN_MAX_COST,
                Setting.SPAWN_DAILY_COST,
                Setting.BASELINE_MODEL,
                Setting.SPAWN_SLOTS,
                Setting.SPAWN_CALLS,
                Setting.SPAWN_CALLS_PER_PROVIDER,
                Setting.SPAWN_CALL_TIMEOUT,
                Setting.SPAWN_MAX_TOKENS,
                Setting.SPAWN_UNJUDGED,
                AttachmentSetting.KEPT,
                RetentionSetting.RESULTS,
                PrivacySetting.DATA_COLLECTION,
                PrivacySetting.ONLY,
                PrivacySetting.IGNORE,
                PrivacySetting.REGIONS))
        .flatMap(settings -> settings)
        .toList();
  }
}
