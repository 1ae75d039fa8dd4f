package dev.smartspawn.local;

import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.setting.KafkaSetting;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration of the whole system in one JVM: its folders, its ports and its environment.
 *
 * @param dataDir folder for all state
 * @param referenceDir folder with aliases.yaml, seed-overrides.yaml and the snapshot
 * @param httpPort port of the REST API
 * @param kafkaPort port of the broker; 0 takes a free one
 * @param environment variable to value, for every other setting
 */
public record LocalConfig(
    Path dataDir, Path referenceDir, int httpPort, int kafkaPort, Map<String, String> environment) {

  /**
   * @param httpPort 0 takes a free one
   */
  public LocalConfig {
    httpPort = httpPort == 0 ? LoopbackPort.free() : httpPort;
    environment = Map.copyOf(environment);
  }

  /** The settings of all services; each service reads its own. */
  Settings settings(String bootstrapServers) {
    Map<String, String> values = new HashMap<>(environment);
    values.put(Setting.KAFKA_BOOTSTRAP_SERVERS.variable(), bootstrapServers);
    values.remove(KafkaSetting.CLIENT_PROPERTIES.variable()); // the embedded broker needs none
    values.put(Setting.DATA_DIR.variable(), dataDir.toString());
    values.put(Setting.REFERENCE_DIR.variable(), referenceDir.toString());
    values.put(Setting.HTTP_PORT.variable(), Integer.toString(httpPort));
    values.putIfAbsent(Setting.QUERY_API_URL.variable(), url());
    return Settings.from(values);
  }

  /** The REST API's address on this machine. */
  public String url() {
    return "http://%s:%d".formatted(LoopbackPort.HOST, httpPort);
  }
}
