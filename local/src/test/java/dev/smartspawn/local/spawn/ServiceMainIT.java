package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.EnricherMain;
import dev.smartspawn.ingest.IngestorsMain;
import dev.smartspawn.local.kafka.EmbeddedKafka;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.query.QueryApiMain;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.worker.SpawnWorkerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every service as a process of its own behaves like the others. */
class ServiceMainIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int HEAP_MEGABYTES = 128;
  private static final byte[] BAD_REQUEST =
      "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final Map<String, Class<?>> SERVICES =
      Map.of(
          "ingestors", IngestorsMain.class,
          "enricher", EnricherMain.class,
          "query-api", QueryApiMain.class,
          "spawn-worker", SpawnWorkerMain.class);

  @TempDir Path folder;

  @Test
  void everyServiceWaitsForKafkaAndSaysSo() throws Exception {
    int port = LoopbackPort.free();
    Map<String, ServiceProcess> processes = start(settings(port));
    try {
      for (String service : SERVICES.keySet()) {
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(log(service))
                        .contains(
                            service + " waits for Kafka: no Kafka broker at 127.0.0.1:" + port)
                        .contains("Connection refused"));
        assertThat(processes.get(service).isAlive()).as(service).isTrue();
      }
      try (EmbeddedKafka kafka =
              EmbeddedKafka.start(folder.resolve("kafka"), port, Clock.systemUTC());
          Admin admin = KafkaClients.plain(kafka.bootstrapServers(), "test").admin("groups")) {
        Awaitility.await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(admin.listGroups().all().get())
                      .extracting(GroupListing::groupId)
                      .contains(
                          "smart-spawn-ingest-openrouter",
                          "smart-spawn-enricher",
                          "smart-spawn-workers");
                  assertThat(log("query-api")).contains("serving");
                });
      }
    } finally {
      processes.values().forEach(ServiceProcess::close);
    }
  }

  @Test
  void everyServiceEndsWithOneForMistakesInItsSettings() {
    Map<String, String> settings = settings(1);
    settings.put("SMART_SPAWN_REPLICATION_FACTOR", "many");
    Map<String, ServiceProcess> processes = start(settings);
    processes.forEach(
        (service, process) -> {
          Awaitility.await(service).atMost(PATIENCE).until(() -> !process.isAlive());
          assertThat(process.exitCode()).as(service).isEqualTo(1);
          assertThat(log(service)).contains(service + ": ", "SMART_SPAWN_REPLICATION_FACTOR");
        });
  }

  /** Waiting would not help. */
  @Test
  void everyServiceEndsWithOneWhenKafkaCannotBeUsed() throws Exception {
    try (ServerSocket web = new ServerSocket(0)) {
      Thread answering = new Thread(() -> answerHttp(web), "not-kafka");
      answering.setDaemon(true);
      answering.start();
      Map<String, ServiceProcess> processes = start(settings(web.getLocalPort()));
      processes.forEach(
          (service, process) -> {
            Awaitility.await(service).atMost(PATIENCE).until(() -> !process.isAlive());
            assertThat(process.exitCode()).as(service).isEqualTo(1);
            assertThat(log(service)).contains(service + ": ", "is not a Kafka broker");
          });
    }
  }

  private static void answerHttp(ServerSocket web) {
    while (!web.isClosed()) {
      try (Socket client = web.accept()) {
        int unused = client.getInputStream().read(new byte[256]);
        client.getOutputStream().write(BAD_REQUEST);
      } catch (IOException e) {
        return;
      }
    }
  }

  private Map<String, ServiceProcess> start(Map<String, String> settings) {
    Map<String, ServiceProcess> processes = new LinkedHashMap<>();
    SERVICES.forEach(
        (service, main) ->
            processes.put(
                service, ServiceProcess.start(main, HEAP_MEGABYTES, settings, logFile(service))));
    return processes;
  }

  private Map<String, String> settings(int kafkaPort) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaPort);
    settings.put("SMART_SPAWN_HTTP_PORT", "0");
    settings.put("SMART_SPAWN_DATA_DIR", folder.resolve("data").toString());
    settings.put("SMART_SPAWN_REFERENCE_DIR", "../data");
    settings.put("SMART_SPAWN_SOURCES_URL", "http://127.0.0.1:1");
    settings.put("SMART_SPAWN_SPAWN_SLOTS", "2");
    return settings;
  }

  private Path logFile(String service) {
    return folder.resolve(service + ".log");
  }

  private String log(String service) {
    try {
      return Files.readString(logFile(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
