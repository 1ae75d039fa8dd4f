package dev.smartspawn.query;

import dev.smartspawn.query.http.guard.ApiKeys;
import dev.smartspawn.query.http.server.HttpConfig;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * @param kafka how Kafka is reached
 * @param httpHost address to listen on
 * @param httpPort 0 takes a free one
 * @param allowedHosts names in the Host header to answer to, besides localhost and {@code httpHost}
 * @param allowedOrigins web origins whose pages may read and write, besides the API's own
 * @param apiKeys who may write
 * @param writesPerMinute the limit for each client
 * @param dataDir where models.json is written; created if absent
 * @param pullTimeout a pull that takes longer is presumed dead
 * @param ranking the order of recommendations
 * @param dayLimit the most all spawns of a UTC day may cost; only shown
 */
public record QueryApiConfig(
    KafkaAccess kafka,
    String httpHost,
    int httpPort,
    List<String> allowedHosts,
    List<String> allowedOrigins,
    ApiKeys apiKeys,
    int writesPerMinute,
    Path dataDir,
    Duration pullTimeout,
    RankingSetting ranking,
    Usd dayLimit) {

  /** Too long to guess. */
  private static final Pattern KEY = Pattern.compile("[!-~&&[^,]]{16,256}");

  public QueryApiConfig {
    allowedHosts = List.copyOf(allowedHosts);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  HttpConfig http() {
    return new HttpConfig(
        httpHost, httpPort, allowedHosts, allowedOrigins, apiKeys, writesPerMinute);
  }

  /** The caller then calls {@code settings.rejectMistakes()}. */
  public static QueryApiConfig from(Settings settings) {
    return new QueryApiConfig(
        KafkaAccess.from(settings),
        settings.text(Setting.HTTP_HOST),
        settings.integer(Setting.HTTP_PORT),
        settings.list(Setting.ALLOWED_HOSTS),
        settings.list(Setting.ALLOWED_ORIGINS),
        ApiKeys.of(settings.text(Setting.HTTP_HOST), apiKeys(settings)),
        settings.integer(Setting.WRITES_PER_MINUTE),
        settings.path(Setting.DATA_DIR),
        settings.duration(Setting.PULL_TIMEOUT),
        ranking(settings),
        settings.dollars(Setting.SPAWN_DAILY_COST));
  }

  /** Messages do not show the key. */
  private static List<String> apiKeys(Settings settings) {
    List<String> keys = settings.list(Setting.API_KEYS);
    for (int i = 0; i < keys.size(); i++) {
      if (!KEY.matcher(keys.get(i)).matches()) {
        settings.addMistake(
            Setting.API_KEYS,
            "key %d has %d characters: expected 16 to 256 letters, digits or signs, without blanks"
                .formatted(i + 1, keys.get(i).length()));
      }
    }
    return keys;
  }

  private static RankingSetting ranking(Settings settings) {
    String id = settings.text(Setting.RANKING);
    Optional<RankingSetting> method = RankingSetting.find(id);
    if (method.isEmpty()) {
      settings.addMistake(Setting.RANKING, "'%s': expected evidence or spec".formatted(id));
    }
    return method.orElse(RankingSetting.EVIDENCE);
  }
}
