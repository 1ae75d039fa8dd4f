package dev.smartspawn.local.command;

import dev.smartspawn.local.command.catalogue.ModelsCommand;
import dev.smartspawn.local.command.catalogue.NamesCommand;
import dev.smartspawn.local.command.catalogue.PickCommand;
import dev.smartspawn.local.command.catalogue.RecommendCommand;
import dev.smartspawn.local.command.catalogue.StatusCommand;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.refresh.RefreshSourcesCommand;
import dev.smartspawn.local.command.spawn.SpawnCommand;
import dev.smartspawn.local.command.spawn.SpawnsCommand;
import dev.smartspawn.local.command.topic.TopicsCommand;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code ./smart-spawn}: runs the whole system, and asks a running one. */
@Command(
    name = "smart-spawn",
    description = "Tells an agent which AI model to use for a task, and runs the task on it.",
    mixinStandardHelpOptions = true,
    versionProvider = SmartSpawn.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      RefreshSourcesCommand.class,
      StatusCommand.class,
      ModelsCommand.class,
      PickCommand.class,
      RecommendCommand.class,
      SpawnCommand.class,
      SpawnsCommand.class,
      NamesCommand.class,
      TopicsCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      RehearseCommand.class
    })
public final class SmartSpawn {

  private static final Logger log = LoggerFactory.getLogger(SmartSpawn.class);

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The parser with every command in it. */
  public static CommandLine commandLine() {
    return new CommandLine(new SmartSpawn())
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> report(failure, commandLine.getErr()));
  }

  private static int report(Exception failure, PrintWriter err) {
    boolean expected = failure instanceof CommandFailure;
    err.println("smart-spawn: " + (expected ? failure.getMessage() : failure.toString()));
    if (!expected) {
      log.debug("unexpected failure", failure);
    }
    return failure instanceof CommandFailure known ? known.exitCode() : ExitCode.FAILURE;
  }

  /** The version the jar was built with. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = SmartSpawn.class.getPackage().getImplementationVersion();
      return new String[] {"Smart Spawn " + (version == null ? "(not packaged)" : version)};
    }
  }
}
