package dev.smartspawn.query;

import dev.smartspawn.schema.service.Setting;
import dev.smartspawn.schema.service.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * @param httpHost address to listen on
 * @param httpPort 0 takes a free one
 * @param allowedHosts names in the Host header to answer to, besides localhost and {@code httpHost}
 * @param allowedOrigins web origins that may write, besides the API's own
 * @param dataDir where models.json is written; created if absent
 * @param pullTimeout a pull that has been under way for longer than this is taken for dead
 */
public record QueryApiConfig(
    String bootstrapServers,
    String httpHost,
    int httpPort,
    List<String> allowedHosts,
    List<String> allowedOrigins,
    Path dataDir,
    Duration pullTimeout) {

  private static final int HIGHEST_PORT = 65_535;

  public QueryApiConfig {
    allowedHosts = List.copyOf(allowedHosts);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** The caller asks {@code settings} to reject mistakes. */
  public static QueryApiConfig from(Settings settings) {
    return new QueryApiConfig(
        settings.text(Setting.KAFKA_BOOTSTRAP_SERVERS),
        settings.text(Setting.HTTP_HOST),
        settings.integer(Setting.HTTP_PORT, 0, HIGHEST_PORT),
        settings.list(Setting.ALLOWED_HOSTS),
        settings.list(Setting.ALLOWED_ORIGINS),
        settings.path(Setting.DATA_DIR),
        settings.duration(Setting.PULL_TIMEOUT));
  }
}
