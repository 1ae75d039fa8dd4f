package dev.smartspawn.schema.setting;

import java.util.List;

/** The settings of the connection to Kafka, besides {@link Setting#KAFKA_BOOTSTRAP_SERVERS}. */
public final class KafkaSetting {

  private static final List<SettingReader> EVERYBODY = List.of(SettingReader.values());

  public static final Setting CLIENT_PROPERTIES =
      new Setting(
          "KAFKA_CLIENT_PROPERTIES",
          null,
          SettingForm.path(),
          EVERYBODY,
          "file with Kafka's own client properties, such as security.protocol and sasl.jaas.config, for every client; not used by `smart-spawn up`");

  public static final Setting REPLICATION_FACTOR =
      new Setting(
          "SMART_SPAWN_REPLICATION_FACTOR",
          null,
          SettingForm.number(1, 32, "replicas"),
          EVERYBODY,
          "replicas of each topic that is created; without it, the broker's default");

  public static final Setting MIN_ISR =
      new Setting(
          "SMART_SPAWN_MIN_ISR",
          null,
          SettingForm.number(1, 32, "replicas"),
          EVERYBODY,
          "min.insync.replicas of each topic that is created; without it, the broker's default");

  public static final Setting PREFIX =
      new Setting(
          "SMART_SPAWN_PREFIX",
          null,
          SettingForm.text("at most 100 letters, digits, dots, underscores and hyphens"),
          EVERYBODY,
          "goes before the name of each topic, consumer group, application and transactional id, for example team-a.; the same for all services of a deployment");

  private KafkaSetting() {}
}
