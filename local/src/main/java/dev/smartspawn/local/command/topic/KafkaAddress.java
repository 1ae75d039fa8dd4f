package dev.smartspawn.local.command.topic;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.KafkaConnection;
import dev.smartspawn.schema.setting.KafkaSetting;
import dev.smartspawn.schema.setting.RetentionSetting;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where a command finds Kafka.
 *
 * @param bootstrapServers host:port, separated by commas
 */
public record KafkaAddress(String bootstrapServers) {

  private static final int CONNECT_TIMEOUT_MILLIS = 2000;
  private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

  /**
   * Makes clients, with the operator's client properties.
   *
   * @throws CommandFailure at once, when none of the brokers accepts a connection: a client would
   *     go on trying
   */
  public KafkaClients reachable() {
    if (addresses().stream().noneMatch(KafkaAddress::accepts)) {
      throw CommandFailure.nothingAnswers(bootstrapServers);
    }
    KafkaClients clients = new KafkaClients(access(), "command");
    try {
      KafkaConnection.check(clients);
    } catch (KafkaException e) {
      throw new CommandFailure(ExitCode.FAILURE, String.valueOf(e.getMessage()));
    }
    return clients;
  }

  /** With the operator's client properties. */
  KafkaAccess access() {
    Map<String, String> variables = new HashMap<>();
    variables.put(Setting.KAFKA_BOOTSTRAP_SERVERS.variable(), bootstrapServers);
    for (Setting setting :
        List.of(
            KafkaSetting.CLIENT_PROPERTIES,
            KafkaSetting.PREFIX,
            KafkaSetting.REPLICATION_FACTOR,
            KafkaSetting.MIN_ISR,
            RetentionSetting.RESULTS)) {
      variables.put(setting.variable(), System.getenv().getOrDefault(setting.variable(), ""));
    }
    Settings settings = Settings.from(variables);
    KafkaAccess access = KafkaAccess.from(settings);
    settings.rejectMistakes();
    String patience = Integer.toString(REQUEST_TIMEOUT_MILLIS);
    Map<String, String> properties = new HashMap<>(access.properties());
    properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, patience);
    return new KafkaAccess(
        bootstrapServers,
        properties,
        access.replicationFactor(),
        access.minInSyncReplicas(),
        access.kept());
  }

  private List<InetSocketAddress> addresses() {
    List<String> brokers = Stream.of(bootstrapServers.split(",")).map(String::strip).toList();
    try {
      return ClientUtils.parseAndValidateAddresses(brokers, "use_all_dns_ips");
    } catch (ConfigException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "'%s' is not a broker: expected host:port".formatted(bootstrapServers));
    }
  }

  private static boolean accepts(InetSocketAddress broker) {
    try (Socket socket = new Socket()) {
      socket.connect(broker, CONNECT_TIMEOUT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
