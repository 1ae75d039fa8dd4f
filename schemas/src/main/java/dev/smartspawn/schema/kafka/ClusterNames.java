package dev.smartspawn.schema.kafka;

import dev.smartspawn.schema.setting.KafkaSetting;
import dev.smartspawn.schema.setting.Settings;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The names that this deployment uses on a cluster: of topics, groups, applications and
 * transactions. Each begins with the prefix of {@code SMART_SPAWN_PREFIX}, so that several
 * deployments can share a cluster and rights can be given by prefix.
 *
 * <p>The prefix belongs to the process, because topics are constants: it is read from the process's
 * environment once.
 */
public final class ClusterNames {

  private static final String SERVICES = "smart-spawn-";

  /** Kafka allows 249 characters. The longest name without a prefix has about 60. */
  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9._-]{0,100}");

  private static final String PREFIX =
      Objects.requireNonNullElse(System.getenv(KafkaSetting.PREFIX.variable()), "").strip();

  private ClusterNames() {}

  /**
   * @param plain the topic's name without the prefix
   */
  static String topic(String plain) {
    return PREFIX + plain;
  }

  /**
   * The name of a group, an application or a transactional id.
   *
   * @param purpose for example "workers"; empty for what all these names begin with
   */
  public static String own(String purpose) {
    return PREFIX + SERVICES + purpose;
  }

  /** Adds a mistake if topics cannot be named so. */
  static void check(Settings settings) {
    String prefix = settings.text(KafkaSetting.PREFIX);
    if (!VALID.matcher(prefix).matches()) {
      settings.addMistake(KafkaSetting.PREFIX, "has other characters, or more than 100");
    } else if (!prefix.equals(PREFIX)) {
      settings.addMistake(KafkaSetting.PREFIX, "is not in the environment of this process");
    }
  }
}
