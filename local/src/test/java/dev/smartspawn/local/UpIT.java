package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.ingest.feed.OfflineSnapshot;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.bench.SystemProcess;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} as a user meets it: one that runs, and others that may not. */
class UpIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);

  /** Where no source answers. */
  private static final String NOBODY = "http://127.0.0.1:1";

  /** 128 + 15, as a shell shows a process that ended by SIGTERM. */
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir static Path data;
  private static SystemProcess system;

  @BeforeAll
  static void startOnTheSnapshot() throws Exception {
    system = start(data);
    system.api().awaitServing(PATIENCE);
  }

  @AfterAll
  static void kill() {
    system.close();
  }

  @Test
  void secondOnTheSameDataSaysWhoHoldsIt() throws Exception {
    String port = Integer.toString(system.httpPort());
    Run second = run(Map.of(), "--data", data.toString(), "--port", port, "--kafka-port", "0");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output())
        .contains(data.toString(), "is held by process", "REST API at", "--data");
  }

  @Test
  void takenPortIsNamed(@TempDir Path other) throws Exception {
    String taken = Integer.toString(system.httpPort());
    Run second = run(Map.of(), "--data", other.toString(), "--port", taken, "--kafka-port", "0");
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output()).contains("port " + taken + " on 127.0.0.1 is taken", "--port");
  }

  @Test
  void everyMistakeInTheSettingsIsNamedAtOnce(@TempDir Path other) throws Exception {
    Run second =
        run(
            Map.of("SMART_SPAWN_HTTP_PROT", "80", "SMART_SPAWN_PULL_TIMEOUT", "soon"),
            "--data",
            other.toString());
    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.output())
        .contains("SMART_SPAWN_HTTP_PROT: did you mean SMART_SPAWN_HTTP_PORT?")
        .contains("SMART_SPAWN_PULL_TIMEOUT is 'soon'");
  }

  @Test
  void stopsCleanlyOnSigtermAndServesAtOnceWhenStartedAgain(@TempDir Path own) throws Exception {
    int models;
    try (SystemProcess first = start(own)) {
      models = first.api().awaitStatus(PATIENCE, UpIT::isFilled).modelCount();
      assertThat(first.stop(STOPS_WITHIN)).isEqualTo(ENDED_BY_SIGTERM);
    }
    assertThat(Files.readString(own.resolve("output.txt"))).contains("stopped in");
    try (SystemProcess second = start(own)) {
      second.api().awaitServing(PATIENCE);
      assertThat(second.api().status().modelCount()).isEqualTo(models).isPositive();
    }
  }

  /** Everything the snapshot has is served. */
  private static boolean isFilled(StatusAnswer status) {
    return Source.PULLED.stream()
        .filter(
            source ->
                Files.exists(OfflineSnapshot.fileOf(ProjectFiles.root().resolve("data"), source)))
        .map(status::source)
        .allMatch(source -> source.path("count").asInt() > 0 && source.path("applied").asBoolean());
  }

  private record Run(int exitCode, String output) {}

  private static SystemProcess start(Path data) {
    return SystemProcess.start(ChildJvm.launcher(), data, RunningSystem.sourcesAt(NOBODY));
  }

  /** One that is to end by itself. */
  private static Run run(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ChildJvm.launcher());
    command.add("up");
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }
}
