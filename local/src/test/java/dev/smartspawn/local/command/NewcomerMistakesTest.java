package dev.smartspawn.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FileFailure;
import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commonest mistakes before anything runs; {@link NewcomerMistakesIT} has the others. */
class NewcomerMistakesTest {

  private static final String NOWHERE = "127.0.0.1:" + LoopbackPort.free();

  @TempDir static Path folder;

  @ParameterizedTest
  @MethodSource({"onTheCommandLine", "inAddresses", "inSettings", "inFolders"})
  void isToldInPlainWordsWithTheDocumentedExitCode(Mistake mistake) {
    mistake.check();
  }

  static Stream<Mistake> onTheCommandLine() {
    return Stream.of(
        Mistake.of(
            "typo in a command",
            ExitCode.USAGE,
            List.of("recomend", "coding"),
            "'recomend coding' is not known",
            "did you mean recommend",
            "--help"),
        Mistake.of(
            "typo in an option",
            ExitCode.USAGE,
            List.of("pick", "coding", "--bugdet=low"),
            "'--bugdet=low' is not known to `smart-spawn pick`",
            "did you mean --budget?"),
        Mistake.of(
            "task forgotten",
            ExitCode.USAGE,
            List.of("pick"),
            "Missing required parameter: 'TASK'",
            "`./smart-spawn pick --help`"),
        Mistake.of(
            "task in several words without quotes",
            ExitCode.USAGE,
            List.of("pick", "fix", "a", "race"),
            "'a race' is not known",
            "--help"),
        Mistake.of(
            "one model to compare",
            ExitCode.USAGE,
            List.of("compare", "acme/quick"),
            "at least 2 values"),
        Mistake.of(
            "word for a number",
            ExitCode.USAGE,
            List.of("models", "--limit", "ten"),
            "'--limit': 'ten': expected a whole number"),
        Mistake.of(
            "word for an amount",
            ExitCode.USAGE,
            List.of("spawn", "t", "--max-cost", "abc"),
            "'--max-cost': 'abc': expected a number such as 0.25"),
        Mistake.of(
            "unknown format",
            ExitCode.USAGE,
            List.of("status", "--output", "xml"),
            "expected json or table"),
        Mistake.of(
            "unknown source",
            ExitCode.USAGE,
            List.of("refresh", "--source", "bing"),
            "'bing'",
            "hf-leaderboard"),
        Mistake.of(
            "unknown time",
            ExitCode.USAGE,
            List.of("changes", "--since", "yesterday"),
            "expected 2026-07-22"),
        Mistake.of(
            "unknown topic",
            ExitCode.USAGE,
            List.of("topics", "raw-bing", "--bootstrap-server", NOWHERE),
            "unknown topic 'raw-bing'",
            "expected one of"),
        Mistake.of(
            "empty task", ExitCode.USAGE, List.of("spawn", " "), "expected the task in words"),
        Mistake.of(
            "nothing on standard input",
            ExitCode.USAGE,
            () -> CommandRun.withInput("\n", "spawn", "-"),
            "standard input is empty",
            "expected the task in words"),
        Mistake.of(
            "invisible character in a key",
            ExitCode.USAGE,
            List.of("spawn", "t", "--key", "0123456789\u200babcdef"),
            "character 11 of the key is invisible",
            "copy the key again"));
  }

  static Stream<Mistake> inAddresses() {
    return Stream.of(
        Mistake.of(
            "nothing runs",
            ExitCode.FAILURE,
            List.of("pick", "coding", "--url", "http://" + NOWHERE),
            "nothing answers at http://" + NOWHERE,
            "is `./smart-spawn up` running?"),
        Mistake.of(
            "port of another program",
            ExitCode.FAILURE,
            NewcomerMistakesTest::askAnotherProgram,
            "expected Smart Spawn's REST API"),
        Mistake.of(
            "address without http",
            ExitCode.USAGE,
            List.of("status", "--url", NOWHERE),
            "is not an address: expected http://host:port"),
        Mistake.of(
            "Kafka does not run",
            ExitCode.FAILURE,
            List.of("topics", "--bootstrap-server", NOWHERE),
            "nothing answers at " + NOWHERE,
            "is `./smart-spawn up` running?"),
        Mistake.of(
            "broker without a port",
            ExitCode.USAGE,
            List.of("evaluate", "--bootstrap-server", "here"),
            "'here' is not a broker: expected host:port"));
  }

  static Stream<Mistake> inSettings() throws IOException {
    Path brokenJson = Files.writeString(folder.resolve("providers.json"), "{\"providers\": [");
    Path wrongJson = Files.writeString(folder.resolve("wrong.json"), "{\"provider\": 1}");
    return Stream.of(
        setting(
            "unknown setting",
            "SMART_SPAWN_HTTP_PROT",
            "81",
            "did you mean SMART_SPAWN_HTTP_PORT?"),
        setting("port out of range", "SMART_SPAWN_HTTP_PORT", "99999", "from 0 to 65535"),
        setting(
            "unknown unit", "SMART_SPAWN_PULL_TIMEOUT", "5 parsecs", "expected a duration such as"),
        setting("word for money", "SMART_SPAWN_MAX_COST_PER_DAY_USD", "much", "US dollars"),
        setting("unknown ranking", "RANKING", "best", "evidence", "spec"),
        setting("key too short", "API_KEYS", "secret", "expected 16 to 256"),
        setting(
            "invisible character in a chat key",
            "OPENROUTER_API_KEY",
            "sk-or-\u200babc",
            "invisible"),
        setting(
            "no such file",
            "PROVIDERS_FILE",
            folder.resolve("nowhere.json").toString(),
            "nowhere.json"),
        setting(
            "file is not JSON",
            "PROVIDERS_FILE",
            brokenJson.toString(),
            "providers.json, line 1",
            "not valid JSON"),
        setting(
            "file with an unknown field",
            "PROVIDERS_FILE",
            wrongJson.toString(),
            "wrong.json",
            "unknown field 'provider': expected one of"));
  }

  static Stream<Mistake> inFolders() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    return Stream.of(
        Mistake.of(
            "data folder is a file",
            ExitCode.FAILURE,
            List.of("up", "--data", file.toString()),
            "file/kafka",
            "--data chooses another folder"));
  }

  @Test
  void missingPermissionIsNamed() {
    assertThat(FileFailure.message("write", Path.of("x"), new AccessDeniedException("/data/x")))
        .isEqualTo("cannot write x: no permission for /data/x");
  }

  @Test
  void scriptNamesTheJavaThatIsTooOld() throws Exception {
    Path java = folder.resolve("jdk/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    ProcessBuilder script =
        new ProcessBuilder(ProjectFiles.root().resolve("smart-spawn").toString(), "status");
    script.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = script.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("is Java 11", "needs a JDK 17 or newer");
    assertThat(process.waitFor()).isEqualTo(ExitCode.FAILURE);
  }

  private static Mistake setting(String name, String variable, String value, String... expected) {
    return Mistake.of(
        name,
        ExitCode.FAILURE,
        () -> CommandRun.withSettings(Map.of(variable, value), "up", "--data", folder.toString()),
        Stream.concat(Stream.of(variable), Stream.of(expected)).toArray(String[]::new));
  }

  /** Kafka, a database or a mail server hangs up on HTTP. */
  private static CommandRun askAnotherProgram() {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> hangUp(server));
      thread.start();
      return CommandRun.of("status", "--url", "http://127.0.0.1:" + server.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hangUp(ServerSocket server) {
    try (var connection = server.accept()) {
      connection.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
