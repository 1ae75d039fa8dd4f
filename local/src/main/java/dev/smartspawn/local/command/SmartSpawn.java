package dev.smartspawn.local.command;

import dev.smartspawn.local.command.catalogue.ChangesCommand;
import dev.smartspawn.local.command.catalogue.CompareCommand;
import dev.smartspawn.local.command.catalogue.ExplainCommand;
import dev.smartspawn.local.command.catalogue.ModelCommand;
import dev.smartspawn.local.command.catalogue.ModelsCommand;
import dev.smartspawn.local.command.catalogue.NamesCommand;
import dev.smartspawn.local.command.catalogue.PickCommand;
import dev.smartspawn.local.command.catalogue.RecommendCommand;
import dev.smartspawn.local.command.catalogue.StatusCommand;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.NumberConverters;
import dev.smartspawn.local.command.console.StandardInput;
import dev.smartspawn.local.command.console.Terminal;
import dev.smartspawn.local.command.cost.CostsCommand;
import dev.smartspawn.local.command.provider.ProvidersCheckCommand;
import dev.smartspawn.local.command.provider.ProvidersCommand;
import dev.smartspawn.local.command.refresh.RefreshSourcesCommand;
import dev.smartspawn.local.command.spawn.SpawnCommand;
import dev.smartspawn.local.command.spawn.SpawnsCommand;
import dev.smartspawn.local.command.topic.TopicsCommand;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import java.io.InputStream;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;

/** {@code ./smart-spawn}: runs the whole system, and asks a running one. */
@Command(
    name = "smart-spawn",
    description = "Tells an agent which AI model to use for a task, and runs the task on it.",
    mixinStandardHelpOptions = true,
    versionProvider = SmartSpawn.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "`./smart-spawn help COMMAND` describes a command."},
    subcommands = {
      UpCommand.class,
      RefreshSourcesCommand.class,
      StatusCommand.class,
      PickCommand.class,
      RecommendCommand.class,
      ExplainCommand.class,
      ModelsCommand.class,
      ModelCommand.class,
      CompareCommand.class,
      ChangesCommand.class,
      SpawnCommand.class,
      SpawnsCommand.class,
      CostsCommand.class,
      NamesCommand.class,
      ProvidersCommand.class,
      TopicsCommand.class,
      EvaluateCommand.class,
      BenchCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
      RehearseCommand.class
    })
public final class SmartSpawn {

  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv(), System.in).execute(arguments));
  }

  /**
   * The parser with every command in it.
   *
   * @param environment settings of {@code up} and {@code providers}, by variable
   * @param input what {@code spawn -} reads
   */
  public static CommandLine commandLine(Map<String, String> environment, InputStream input) {
    CommandLine commandLine =
        new CommandLine(new SmartSpawn(), new Commands(environment, new StandardInput(input)));
    commandLine.setUsageHelpWidth(Terminal.helpColumns());
    commandLine.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
    NumberConverters.register(commandLine);
    Failures.handle(commandLine);
    return commandLine;
  }

  /** Creates the commands, with what some of them need. */
  private record Commands(Map<String, String> environment, StandardInput input)
      implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == UpCommand.class) {
        return type.cast(new UpCommand(environment));
      }
      if (type == ProvidersCommand.class) {
        return type.cast(new ProvidersCommand(environment));
      }
      if (type == ProvidersCheckCommand.class) {
        return type.cast(new ProvidersCheckCommand(environment));
      }
      if (type == SpawnCommand.class) {
        return type.cast(new SpawnCommand(input));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"Smart Spawn " + ProductVersion.CURRENT};
    }
  }
}
