package dev.smartspawn.schema.kafka;

import dev.smartspawn.schema.kafka.ListenerProbe.Answer;
import dev.smartspawn.schema.setting.KafkaSetting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;

/** Finds out in seconds, and before any client is made, why Kafka cannot be used. */
public final class KafkaConnection {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final String FILE = "the file of " + KafkaSetting.CLIENT_PROPERTIES.variable();

  private final KafkaClients clients;
  private final KafkaAccess access;

  private KafkaConnection(KafkaClients clients) {
    this.clients = clients;
    this.access = clients.access();
  }

  /**
   * Returns if a broker answers and takes the login.
   *
   * @throws KafkaUnusableException if the settings do not fit the brokers
   * @throws KafkaException if no broker answers at the moment
   */
  public static void check(KafkaClients clients) {
    new KafkaConnection(clients).check();
  }

  private void check() {
    if (!access.isEncrypted()) {
      requirePlain(probeAny());
    }
    try (Admin admin =
        clients.admin(
            "check",
            Map.of(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis()))) {
      Object unused =
          admin.describeCluster().nodes().get(PATIENCE.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while connecting to Kafka", e);
    } catch (ExecutionException e) {
      throw refusal(e.getCause() == null ? e : e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw refusal(e);
    } catch (KafkaUnusableException e) {
      throw e;
    } catch (KafkaException e) {
      throw new KafkaUnusableException(
          "no Kafka client can be made: %s; check %s".formatted(rootMessage(e), FILE));
    }
  }

  /** The answer of the first broker that can be connected to. */
  private Answer probeAny() {
    String mechanism = mechanism();
    String failure = "";
    for (InetSocketAddress address : addresses()) {
      try {
        return ListenerProbe.ask(address, mechanism);
      } catch (IOException e) {
        failure = "%s: %s".formatted(address, e.getMessage());
      }
    }
    throw new KafkaException(
        "no Kafka broker at %s can be reached (%s)".formatted(access.bootstrapServers(), failure));
  }

  private List<InetSocketAddress> addresses() {
    try {
      return ClientUtils.parseAndValidateAddresses(
          Stream.of(access.bootstrapServers().split(",")).map(String::strip).toList(),
          "use_all_dns_ips");
    } catch (ConfigException e) {
      throw new KafkaException(
          "no Kafka broker is known by %s: expected host:port, separated by commas"
              .formatted(access.bootstrapServers()),
          e);
    }
  }

  private void requirePlain(Answer answer) {
    if (answer instanceof Answer.Encrypted) {
      throw unusable(
          "expects TLS, but the client's security.protocol is %s: set it to SSL or SASL_SSL in %s"
              .formatted(access.protocol(), FILE));
    }
    if (answer instanceof Answer.Foreign) {
      throw unusable("is not a Kafka broker");
    }
    if (answer instanceof Answer.Silent) {
      throw new KafkaException(
          "Kafka at %s accepts connections but does not answer; if it expects TLS, set security.protocol in %s"
              .formatted(access.bootstrapServers(), FILE));
    }
    if (answer instanceof Answer.Plain plain) {
      requireSameLogin(plain);
    }
  }

  private void requireSameLogin(Answer.Plain plain) {
    if (plain.login() && !access.hasLogin()) {
      throw unusable(
          "expects a login (%s), but the client's security.protocol is %s: set it to SASL_PLAINTEXT in %s"
              .formatted(String.join(", ", plain.mechanisms()), access.protocol(), FILE));
    }
    if (!plain.login() && access.hasLogin()) {
      throw unusable(
          "takes no logins, but the client's security.protocol is %s: set it to PLAINTEXT in %s"
              .formatted(access.protocol(), FILE));
    }
    if (plain.login() && !plain.mechanisms().contains(mechanism())) {
      throw unusable(
          "takes logins by %s, but the client's sasl.mechanism is %s: change it in %s"
              .formatted(String.join(", ", plain.mechanisms()), mechanism(), FILE));
    }
  }

  private KafkaException refusal(Throwable cause) {
    if (cause instanceof AuthenticationException) {
      return unusable(
          "refused the connection: %s; check %s"
              .formatted(Optional.ofNullable(cause.getMessage()).orElse("no reason given"), FILE));
    }
    if (access.isEncrypted() && probeAny() instanceof Answer.Plain) {
      return unusable(
          "has no TLS, but the client's security.protocol is %s: set it to %s in %s"
              .formatted(
                  access.protocol(), access.hasLogin() ? "SASL_PLAINTEXT" : "PLAINTEXT", FILE));
    }
    return new KafkaException(
        "no Kafka broker at %s answers: %s"
            .formatted(access.bootstrapServers(), cause.getMessage()),
        cause);
  }

  private KafkaUnusableException unusable(String why) {
    return new KafkaUnusableException("Kafka at %s %s".formatted(access.bootstrapServers(), why));
  }

  private String mechanism() {
    return access
        .properties()
        .getOrDefault(SaslConfigs.SASL_MECHANISM, SaslConfigs.DEFAULT_SASL_MECHANISM);
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
