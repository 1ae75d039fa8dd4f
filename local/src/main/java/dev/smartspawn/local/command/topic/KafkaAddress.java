package dev.smartspawn.local.command.topic;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
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
   * Settings for a client.
   *
   * @throws CommandFailure at once, when none of the brokers accepts a connection: a client would
   *     go on trying
   */
  public Map<String, Object> reachable() {
    if (addresses().stream().noneMatch(KafkaAddress::accepts)) {
      throw CommandFailure.nothingAnswers(bootstrapServers);
    }
    return Map.of(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS,
        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
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
