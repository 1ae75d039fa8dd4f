package dev.smartspawn.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.smartspawn.enrich.Enricher;
import dev.smartspawn.enrich.EnricherConfig;
import dev.smartspawn.ingest.Ingestors;
import dev.smartspawn.ingest.IngestorsConfig;
import dev.smartspawn.query.QueryApi;
import dev.smartspawn.query.QueryApiConfig;
import dev.smartspawn.schema.kafka.KafkaUnusableException;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.SpawnWorkerConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every service on a broker that wants a login and TLS, and what they say when it refuses them. */
class SecuredKafkaIT {

  private static final Duration SECONDS = Duration.ofSeconds(15);

  @TempDir static Path folder;
  private static SecuredKafka kafka;

  @BeforeAll
  static void startBroker() throws Exception {
    kafka = SecuredKafka.start(folder.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    kafka.close();
  }

  @Test
  void everyServiceRunsWithLoginAndTls() throws Exception {
    Map<String, String> environment =
        environment(
            kafka.saslTls(), kafka.clientProperties(folder, "SASL_SSL", SecuredKafka.PASSWORD));
    Clock clock = Clock.systemUTC();
    try (Ingestors ingestors =
            Ingestors.start(IngestorsConfig.from(Settings.from(environment)), clock);
        Enricher enricher = Enricher.start(EnricherConfig.from(Settings.from(environment)), clock);
        QueryApi api = QueryApi.start(QueryApiConfig.from(Settings.from(environment)), clock);
        SpawnWorker worker =
            SpawnWorker.start(SpawnWorkerConfig.from(Settings.from(environment)), clock)) {
      awaitReady(ingestors);
      awaitReady(enricher);
      awaitReady(api);
      awaitReady(worker);
    }
  }

  @Test
  void wrongPasswordIsToldWithinSeconds() throws Exception {
    assertThat(refusal(kafka.saslTls(), kafka.clientProperties(folder, "SASL_SSL", "wrong")))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll(
            "refused the connection", "credentials", "KAFKA_CLIENT_PROPERTIES");
    assertThat(refusal(kafka.sasl(), kafka.clientProperties(folder, "SASL_PLAINTEXT", "wrong")))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll("refused the connection", "credentials");
  }

  @Test
  void missingTopicsAreListedToALoginThatMayNotCreateThem() throws Exception {
    Path guest =
        kafka.clientProperties(folder, "SASL_SSL", SecuredKafka.GUEST, SecuredKafka.PASSWORD);
    assertThat(refusal(kafka.saslTls(), guest))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll(
            "may not create them",
            "--create --topic raw-openrouter --partitions 1",
            "--create --topic spawn-events --partitions 4",
            "topics plan");
  }

  @Test
  void clientWithoutTlsIsToldThatTheBrokerExpectsIt() throws Exception {
    assertThat(refusal(kafka.saslTls(), null))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll("expects TLS", "security.protocol is PLAINTEXT");
    assertThat(
            refusal(
                kafka.saslTls(),
                kafka.clientProperties(folder, "SASL_PLAINTEXT", SecuredKafka.PASSWORD)))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll("expects TLS", "security.protocol is SASL_PLAINTEXT");
  }

  @Test
  void clientWithTlsIsToldThatTheBrokerHasNone() throws Exception {
    assertThat(
            refusal(
                kafka.sasl(), kafka.clientProperties(folder, "SASL_SSL", SecuredKafka.PASSWORD)))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll("has no TLS", "SASL_PLAINTEXT");
  }

  @Test
  void missingOrSuperfluousLoginIsTold() throws Exception {
    assertThat(refusal(kafka.sasl(), null))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll("expects a login (SCRAM-SHA-512)");
    assertThat(
            refusal(
                kafka.plain(),
                kafka.clientProperties(folder, "SASL_PLAINTEXT", SecuredKafka.PASSWORD)))
        .isInstanceOf(KafkaUnusableException.class)
        .hasMessageContainingAll("takes no logins");
  }

  private static Throwable refusal(String address, @org.jspecify.annotations.Nullable Path file) {
    long begun = System.nanoTime();
    EnricherConfig config = EnricherConfig.from(Settings.from(environment(address, file)));
    Throwable refusal = catchThrowable(() -> Enricher.start(config, Clock.systemUTC()).close());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SECONDS);
    return refusal;
  }

  private static Map<String, String> environment(
      String address, @org.jspecify.annotations.Nullable Path file) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", address);
    if (file != null) {
      environment.put("KAFKA_CLIENT_PROPERTIES", file.toString());
    }
    environment.put("SMART_SPAWN_HTTP_PORT", "0");
    environment.put("SMART_SPAWN_DATA_DIR", folder.resolve("data").toString());
    environment.put("SMART_SPAWN_REFERENCE_DIR", "../data");
    environment.put("SMART_SPAWN_SOURCES_URL", "http://127.0.0.1:1");
    environment.put("SMART_SPAWN_SPAWN_SLOTS", "2");
    return environment;
  }

  private static void awaitReady(RunningService service) {
    Awaitility.await(service.name())
        .atMost(Duration.ofSeconds(120))
        .until(() -> service.readiness() instanceof Readiness.Ready);
  }
}
