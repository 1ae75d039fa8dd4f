package dev.smartspawn.local.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.ChildJvm;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.bench.SystemProcess;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.worker.SpawnWorkerConfig;
import dev.smartspawn.worker.stub.StubChatApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands that README.md and docs/ show, run against {@code up} on the snapshot with simulated
 * models. {@code .ci/quick-start} runs the first of them, {@code ./smart-spawn up}.
 */
class ReadmeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String README = "README.md";
  private static final String SPAWNS = "docs/spawns-and-money.md";
  private static final String REQUESTS = "docs/requests.md";
  private static final String PROVIDERS = "docs/providers.md";
  private static final String START = "./smart-spawn up";
  private static final String NOBODY = "http://127.0.0.1:1";

  @TempDir static Path data;
  @TempDir static Path folder;
  private static StubChatApi chat;
  private static SystemProcess system;

  @BeforeAll
  static void startOnTheSnapshot() throws Exception {
    chat = new StubChatApi(PrimesChat::answer);
    Map<String, String> environment = RunningSystem.sourcesAt(NOBODY);
    environment.remove("ARTIFICIAL_ANALYSIS_API_KEY");
    environment.put(Setting.OPENROUTER_API_KEY.variable(), "sk-test");
    environment.put(Setting.OPENROUTER_BASE_URL.variable(), chat.baseUrl());
    system = SystemProcess.start(ChildJvm.launcher(), data, environment);
    writeScript("smart-spawn", ChildJvm.launcher(), List.of("--url", url()));
    writeScript(
        "kafka-console-producer.sh",
        List.of(
            ChildJvm.launcher().get(0),
            "-cp",
            System.getProperty("java.class.path"),
            ConsoleProducer.class.getName()),
        List.of());
    system.api().awaitServing(PATIENCE);
    system.api().awaitStatus(PATIENCE, ReadmeIT::isFilled);
  }

  @AfterAll
  static void stop() {
    system.close();
    chat.close();
  }

  static Stream<ReadmeSample> samples() {
    return Stream.of(README, SPAWNS, REQUESTS)
        .flatMap(document -> ReadmeSample.in(document).stream())
        .filter(sample -> !sample.command().equals(START));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void commandPrintsWhatItsDocumentShows(ReadmeSample sample) throws Exception {
    boolean isQuestion =
        sample.command().startsWith("curl 'http") || sample.command().startsWith("curl http");
    if (isQuestion) { // what it asks about may still be under way
      await().atMost(PATIENCE).untilAsserted(() -> check(sample));
    } else {
      check(sample);
    }
  }

  @Test
  void quickStartBeginsWithUp() {
    assertThat(ReadmeSample.in(README).get(0).command()).isEqualTo(START);
  }

  @Test
  void providersFileIsOneThatWorkersRead() throws IOException {
    Path file =
        Files.writeString(folder.resolve("providers.json"), ReadmeSample.block(SPAWNS, "json"));
    Settings settings = Settings.from(Map.of(Setting.PROVIDERS_FILE.variable(), file.toString()));
    SpawnWorkerConfig.from(settings);
    settings.rejectMistakes();
  }

  static Stream<String> requests() {
    return ReadmeSample.blocks(REQUESTS, "json").stream();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestOfTheDocumentIsAnswered(String request) throws Exception {
    JsonNode spawn =
        system
            .api()
            .await(
                "/spawns/" + accepted(request),
                PATIENCE,
                answer -> answer.path("data").has("finishedAt"))
            .path("data");
    assertThat(spawn.path("status").asText()).as(spawn.toString()).isEqualTo("completed");
  }

  @Test
  void privacyRuleOfTheDocumentIsAccepted() throws IOException {
    assertThat(accepted(ReadmeSample.block(PROVIDERS, "json"))).isNotEmpty();
  }

  /** The id of the spawn. */
  private static String accepted(String request) throws IOException {
    RestApi api = new RestApi(url(), null);
    return api.post("/spawns", Json.MAPPER.readTree(request)).at("/data/id").asText();
  }

  private static void check(ReadmeSample sample) throws IOException, InterruptedException {
    String output = run(sample.command());
    if (sample.output().isPresent()) {
      ShownOutput.assertShows(sample.output().get(), output);
    }
  }

  /** Returns what a terminal would show. */
  private static String run(String command) throws IOException, InterruptedException {
    String here =
        command
            .replace("http://127.0.0.1:8080", url())
            .replace("127.0.0.1:9092", system.bootstrapServers())
            .replace("curl ", "curl -fsS ");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", here)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static void writeScript(String name, List<String> before, List<String> after)
      throws IOException {
    List<String> words = new ArrayList<>(before.stream().map("'%s'"::formatted).toList());
    words.add("\"$@\"");
    words.addAll(after);
    Path script =
        Files.writeString(
            folder.resolve(name),
            words.stream().collect(Collectors.joining(" ", "#!/bin/sh\nexec ", "\n")));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static String url() {
    return "http://127.0.0.1:" + system.httpPort();
  }

  /** Two sources have no snapshot: one needs a key, the other one's figures are in its twin's. */
  private static boolean isFilled(StatusAnswer status) {
    return Source.PULLED.stream()
        .filter(source -> !source.equals(Source.ARTIFICIAL_ANALYSIS))
        .filter(source -> !source.equals(Source.LMARENA_DATASET))
        .allMatch(
            source ->
                status.source(source).path("applied").asBoolean() && status.count(source) > 0);
  }
}
