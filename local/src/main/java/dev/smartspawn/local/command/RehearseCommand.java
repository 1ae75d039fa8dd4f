package dev.smartspawn.local.command;

import dev.smartspawn.local.LocalConfig;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.ScratchFolder;
import dev.smartspawn.local.bench.ApiProbe;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.setting.Setting;
import java.time.Clock;
import java.time.Duration;
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
  public Integer call() throws InterruptedException, TimeoutException {
    try (ScratchFolder data = ScratchFolder.create("smart-spawn-rehearsal");
        LocalSystem system = new LocalSystem(config(data), Clock.systemUTC()).start()) {
      new ApiProbe(system.config().url(), system::isRunning).awaitServing(PATIENCE);
    }
    return ExitCode.OK;
  }

  private static LocalConfig config(ScratchFolder data) {
    Map<String, String> environment = Map.of(Setting.SOURCES_URL.variable(), NOBODY);
    return new LocalConfig(data.path(), Project.data(), 0, 0, environment);
  }
}
