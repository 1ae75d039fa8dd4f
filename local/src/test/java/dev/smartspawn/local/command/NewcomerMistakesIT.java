package dev.smartspawn.local.command;

import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.command.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commonest mistakes that a running system answers. */
class NewcomerMistakesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String NOBODY = "http://127.0.0.1:1";
  private static final String KEY = "0123456789abcdef";

  @TempDir static Path data;
  @TempDir static Path reference;
  private static RunningSystem system;

  @BeforeAll
  static void start() throws Exception {
    Files.writeString(reference.resolve("aliases.yaml"), "aliases: [not: {closed\n");
    system =
        RunningSystem.start(
            data, reference, Map.of("SMART_SPAWN_SOURCES_URL", NOBODY, "API_KEYS", KEY));
    // Before the first table, the command line also says what it waits for.
    Object unused = system.api().await("/models?limit=1", PATIENCE, models -> true);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @MethodSource({"inQuestions", "inSpawns", "besidesARunningSystem"})
  void isToldInPlainWordsWithTheDocumentedExitCode(Mistake mistake) {
    mistake.check();
  }

  static Stream<Mistake> inQuestions() {
    return Stream.of(
        ask("typo in a category", ExitCode.USAGE, "models --category codng", "'codng'", "coding"),
        ask("typo in a budget", ExitCode.USAGE, "pick coding --budget lo", "'lo'", "low, medium"),
        ask("typo in a tier", ExitCode.USAGE, "models --tier cheap", "'cheap'", "premium"),
        ask("unknown capability", ExitCode.USAGE, "pick coding --require sight", "vision"),
        ask("too many models", ExitCode.USAGE, "recommend coding --count 9", "'9'", "1 to 5"),
        ask("no models", ExitCode.USAGE, "models --limit 0", "'0'", "expected"),
        ask("unknown model", ExitCode.FAILURE, "model acme/none", "'acme/none'", "expected an id"),
        ask("name for an id", ExitCode.USAGE, "model Claude", "expected maker/model"),
        ask("unknown kind", ExitCode.USAGE, "changes --kind new", "'new'", "added, removed"),
        ask("unknown spawn", ExitCode.FAILURE, "spawns nothing-here", "nothing-here"));
  }

  static Stream<Mistake> inSpawns() {
    return Stream.of(
        ask("no key", ExitCode.FAILURE, "spawn t", "--key"),
        ask("wrong key", ExitCode.FAILURE, "spawn t --key fedcba9876543210", "--key"),
        write(
            "typo in a mode",
            "--mode colective",
            "colective",
            "expected one of single, collective"),
        write("too many voices", "--mode collective --count 9", "2 to 5"),
        write("negative cost", "--max-cost -1", "maxCostUsd"),
        write("no time", "--timeout 0", "timeoutSeconds"));
  }

  static Stream<Mistake> besidesARunningSystem() {
    return Stream.of(
        Mistake.of(
            "second up on the same folder",
            ExitCode.FAILURE,
            List.of("up", "--data", data.toString(), "--port", "0", "--kafka-port", "0"),
            "is held by process",
            "--data chooses another folder"),
        Mistake.of(
            "port of Kafka taken",
            ExitCode.FAILURE,
            List.of(
                "up",
                "--data",
                reference.resolve("other").toString(),
                "--kafka-port",
                system.bootstrapServers().replaceAll(".*:", "")),
            "is taken",
            "--port and --kafka-port choose other ports"));
  }

  @Test
  void brokenAliasesFileIsShownWithItsLine() throws Exception {
    Object unused =
        system
            .api()
            .await(
                "/status",
                PATIENCE,
                status -> !status.at("/data/reference/aliases/reason").asText().isEmpty());
    Mistake.of(
            "broken aliases.yaml",
            ExitCode.OK,
            NewcomerMistakesIT::askForAliases,
            "aliases.yaml",
            "line")
        .check();
  }

  private static CommandRun askForAliases() {
    CommandRun run = CommandRun.of("status", "--url", system.url());
    String aliases =
        run.out().lines().filter(line -> line.startsWith("aliases")).findFirst().orElse("");
    return new CommandRun(run.exitCode(), "", aliases);
  }

  private static Mistake ask(String name, int exitCode, String command, String... expected) {
    List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ")));
    arguments.addAll(List.of("--url", system.url()));
    return Mistake.of(name, exitCode, arguments, expected);
  }

  private static Mistake write(String name, String options, String... expected) {
    return ask(name, ExitCode.USAGE, "spawn t --key " + KEY + " " + options, expected);
  }
}
