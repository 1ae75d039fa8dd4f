package dev.smartspawn.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.ChildJvm;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.bench.SystemProcess;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.worker.stub.StubChatApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment whose names begin with a prefix. The prefix belongs to a process. */
class PrefixIT {

  private static final String PREFIX = "team-a.";
  private static final Map<String, String> PREFIXED = Map.of("SMART_SPAWN_PREFIX", PREFIX);
  private static final String NOBODY = "http://127.0.0.1:1";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void picksAndSpawnsWithEveryNameUnderThePrefix(@TempDir Path data) throws Exception {
    try (StubChatApi chat = new StubChatApi(call -> StubChatApi.Reply.text("done"));
        SystemProcess system = start(data, chat)) {
      system.api().await("/pick?task=coding", PATIENCE, pick -> pick.at("/data").has("id"));
      String id = spawn(system);
      JsonNode spawn =
          system.api().await("/spawns/" + id, PATIENCE, body -> status(body).equals("completed"));
      assertThat(spawn.at("/data/answer").asText()).isEqualTo("done");

      try (Admin admin = KafkaClients.plain(system.bootstrapServers(), "test").admin("names")) {
        assertThat(admin.listTopics().names().get())
            .contains(
                "team-a.raw-openrouter",
                "team-a.enriched-models",
                "team-a.smart-spawn-enricher-held-raw-openrouter-changelog",
                "team-a.smart-spawn-results-spawns-changelog")
            .allMatch(PrefixIT::isOurs);
        assertThat(admin.listGroups().all().get())
            .extracting(GroupListing::groupId)
            .contains(
                "team-a.smart-spawn-workers",
                "team-a.smart-spawn-enricher",
                "team-a.smart-spawn-ingest-openrouter")
            .allMatch(PrefixIT::isOurs);
        assertThat(admin.listTransactions().all().get())
            .extracting(TransactionListing::transactionalId)
            .isNotEmpty()
            .allMatch(PrefixIT::isOurs);
      }
    }
  }

  @Test
  void planAndTopicsPrintPrefixedNames() throws Exception {
    String plan = run(PREFIXED, "topics", "plan", "--bootstrap-server", "kafka:9092");
    assertThat(plan.lines().filter(line -> line.startsWith("kafka-topics.sh")))
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.contains(" --topic " + PREFIX));
    assertThat(plan)
        .contains(
            "--topic team-a.spawn-events --partitions 4",
            "--topic team-a.smart-spawn-results-spawns-changelog --partitions 4",
            "--group team-a.smart-spawn- --resource-pattern-type prefixed",
            "--transactional-id team-a.smart-spawn- --resource-pattern-type prefixed",
            "--operation Write --topic team-a.raw-openrouter");
  }

  @Test
  void prefixThatCannotBeginATopicIsRefused() throws Exception {
    assertThat(run(Map.of("SMART_SPAWN_PREFIX", "team a/"), "topics", "plan"))
        .contains("SMART_SPAWN_PREFIX: has other characters");
  }

  private static boolean isOurs(String name) {
    return name.startsWith(PREFIX) || name.startsWith("__");
  }

  private static SystemProcess start(Path data, StubChatApi chat) {
    Map<String, String> environment = new HashMap<>(RunningSystem.sourcesAt(NOBODY));
    environment.putAll(PREFIXED);
    environment.put("OPENROUTER_BASE_URL", chat.baseUrl());
    environment.put("OPENROUTER_API_KEY", "sk-test");
    return SystemProcess.start(ChildJvm.launcher(), data, environment);
  }

  private static String spawn(SystemProcess system) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d/spawns".formatted(system.httpPort())))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"task\":\"Name three primes.\"}"))
            .build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return Json.MAPPER.readTree(body).at("/data/id").asText();
  }

  private static String status(JsonNode body) {
    return body.at("/data/status").asText();
  }

  /** Runs a command to its end and returns what it printed. */
  private static String run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(ChildJvm.launcher());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
