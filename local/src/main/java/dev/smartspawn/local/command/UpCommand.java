package dev.smartspawn.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.LocalConfig;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.ReferenceFolder;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FileFailure;
import dev.smartspawn.local.command.console.TimeFormat;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.local.kafka.FolderHeldException;
import dev.smartspawn.local.kafka.LoopbackPortTakenException;
import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole system until it is stopped. */
@Command(
    name = "up",
    description = "Run the whole system: an embedded Kafka and every service.",
    footer = {
      "",
      "Ctrl-C stops it. Other settings come from the environment: docs/settings.md lists them."
    })
final class UpCommand implements Runnable {

  private static final long WATCH_MILLIS = 1000;

  private final Map<String, String> environment;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder for state (default: SMART_SPAWN_DATA_DIR, or the project's data/)")
  @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port of the REST API, 0 for a free one (default: SMART_SPAWN_HTTP_PORT, 8080)")
  @Nullable Integer port;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "9092",
      description = "port of Kafka, 0 for a free one (default: ${DEFAULT-VALUE})")
  int kafkaPort;

  UpCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    OutOfMemoryExit.install("smart-spawn");
    long begun = System.nanoTime();
    warnOfOtherKafka();
    LocalSystem system = start();
    new FirstModels(system).await();
    announce(system, Duration.ofNanos(System.nanoTime() - begun));
    watch(system);
  }

  private void warnOfOtherKafka() {
    String variable = Setting.KAFKA_BOOTSTRAP_SERVERS.variable();
    if (environment.containsKey(variable)) {
      spec.commandLine().getErr().printf("%s is not used: up brings its own Kafka%n", variable);
    }
  }

  private LocalSystem start() {
    try {
      LocalSystem.rejectMistakes(environment);
      LocalConfig config = config();
      UpLog.open(config.dataDir());
      LocalSystem system = new LocalSystem(config, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "shutdown"));
      return system.start();
    } catch (LoopbackPortTakenException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, e.getMessage() + " (--port and --kafka-port choose other ports)");
    } catch (FolderHeldException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, e.getMessage() + " (--data chooses another folder)");
    } catch (UncheckedIOException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, FileFailure.message(e) + " (--data chooses another folder)");
    } catch (SettingsException e) {
      throw new CommandFailure(ExitCode.FAILURE, String.valueOf(e.getMessage()));
    }
  }

  private LocalConfig config() {
    Settings settings = Settings.from(environment);
    int httpPort = port != null ? port : settings.integer(Setting.HTTP_PORT);
    Path dataDir = data != null ? data : folder(settings, Setting.DATA_DIR).orElse(Project.data());
    Path referenceDir =
        folder(settings, Setting.REFERENCE_DIR)
            .orElseGet(() -> ReferenceFolder.of(dataDir, Project.data()));
    return new LocalConfig(dataDir, referenceDir, httpPort, kafkaPort, environment);
  }

  /** Empty without a configured folder, because a default is relative to the working directory. */
  private static Optional<Path> folder(Settings settings, Setting setting) {
    return settings.isSet(setting) ? Optional.of(settings.path(setting)) : Optional.empty();
  }

  private void announce(LocalSystem system, Duration startUp) {
    LocalConfig config = system.config();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        """
        Smart Spawn serves at %s (started in %.1f s)
          models   %s
          sources  %s
          Kafka    %s
          data     %s
          log      %s
          try      curl '%s/pick?task=coding'
          stop     Ctrl-C
        """,
        config.url(),
        startUp.toMillis() / 1000.0,
        served(config),
        sources(config),
        system.bootstrapServers(),
        config.dataDir().toAbsolutePath().normalize(),
        UpLog.file(config.dataDir()),
        config.url());
    out.flush();
  }

  private static String served(LocalConfig config) {
    JsonNode status =
        new RestApi(config.url(), null).get("/status", new RestApi.Query()).path("data");
    return status.path("modelCount").asInt() == 0
        ? "none yet: no source has delivered any"
        : "%s, of %s"
            .formatted(
                status.path("modelCount").asInt(),
                TimeFormat.local().text(status.path("lastRefresh")));
  }

  private static String sources(LocalConfig config) {
    String variable = Setting.SOURCES_URL.variable();
    String address = config.environment().getOrDefault(variable, "");
    return address.isBlank() ? "their public addresses" : "%s (%s)".formatted(address, variable);
  }

  private void stop(LocalSystem system) {
    if (!system.isRunning()) {
      return;
    }
    long begun = System.nanoTime();
    system.close();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "stopped in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    out.flush();
  }

  /**
   * The shutdown hook stops the system. Until then this thread keeps the process alive, or ends it
   * when a service has failed.
   */
  private static void watch(LocalSystem system) {
    try {
      while (true) {
        Thread.sleep(WATCH_MILLIS);
        rejectFailure(system);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void rejectFailure(LocalSystem system) {
    Optional<String> failure = system.failure();
    if (failure.isPresent()) {
      throw new CommandFailure(ExitCode.FAILURE, failure.get());
    }
  }
}
