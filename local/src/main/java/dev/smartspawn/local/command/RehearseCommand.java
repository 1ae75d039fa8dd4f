package dev.smartspawn.local.command;

import dev.smartspawn.local.LocalConfig;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.bench.ApiProbe;
import dev.smartspawn.schema.service.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/**
 * Starts the system on the snapshot, asks it one question and stops it: what a start needs is
 * loaded then. The script has the JVM keep that as an archive, from which later starts take it.
 */
@Command(name = "rehearse", hidden = true, description = "Start and stop once, for the archive.")
final class RehearseCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "http://127.0.0.1:1";

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    Path data = Files.createTempDirectory("smart-spawn-rehearsal");
    LocalConfig config =
        new LocalConfig(data, Project.data(), 0, 0, Map.of(Setting.SOURCES_URL.variable(), NOBODY));
    try (LocalSystem system = new LocalSystem(config, Clock.systemUTC()).start()) {
      new ApiProbe(system.config().url(), system::isRunning).awaitServing(PATIENCE);
    } finally {
      delete(data);
    }
    return ExitCode.OK;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> contents;
    try (var paths = Files.walk(folder)) {
      contents = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : contents) {
      Files.delete(path);
    }
  }
}
