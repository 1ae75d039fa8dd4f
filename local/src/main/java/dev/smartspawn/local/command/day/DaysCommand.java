package dev.smartspawn.local.command.day;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.ReportOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Evaluates what the answers do over recorded days. */
@Command(
    name = "days",
    description = "Play recorded days through the whole system and count what changed, and why.",
    footer = {
      "",
      "FOLDER has one folder per day, named as 2026-06-18, with the answers of the sources that"
          + " differ from the day before. What stands before the first day is in --recording. Each"
          + " day is one refresh on an embedded Kafka, in a temporary folder; the clock is the"
          + " day's."
    })
public final class DaysCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER", description = "folder with one folder per day")
  Path folder = Path.of("");

  @Option(
      names = "--recording",
      paramLabel = "DIR",
      description = "answers before the first day (default: recordings beside FOLDER)")
  @Nullable Path recording;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      defaultValue = "${sys:smartspawn.home:-.}/data",
      description = "folder with aliases.yaml and seed-overrides.yaml (default: the project's)")
  Path reference = Path.of("");

  @Option(
      names = "--sources",
      paramLabel = "URL",
      description = "a server of the same days, instead of serving them in this process")
  @Nullable String sources;

  @Mixin ReportOptions output = new ReportOptions();

  @Override
  public void run() {
    logOnlyFailures();
    DayFolder days =
        DayFolder.read(folder, recording == null ? folder.resolveSibling("recordings") : recording);
    DaysReport report = DaysEvaluation.of(play(days));
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(report.json());
    } else {
      DaysTable.print(report, out);
    }
    out.flush();
    output.write(report.json(), spec.commandLine().getErr());
  }

  private List<PlayedDay> play(DayFolder days) {
    PrintWriter err = spec.commandLine().getErr();
    try (DaySources served =
        sources == null ? LocalDaySources.start(days) : new RemoteDaySources(sources)) {
      LocalDate first = days.days().get(0);
      return new DayPlayer(days.days(), served, day -> err.println("playing " + day))
          .play(() -> LocalDaySystem.start(first, served.url(), reference));
    } catch (TimeoutException e) {
      throw new CommandFailure(ExitCode.FAILURE, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted while playing the days");
    }
  }

  /** Only failures, and not between the lines of the report. */
  private static void logOnlyFailures() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("dev.smartspawn").setLevel(Level.ERROR);
      context.getLogger("org.apache.kafka").setLevel(Level.ERROR);
      context
          .getLogger(Logger.ROOT_LOGGER_NAME)
          .iteratorForAppenders()
          .forEachRemaining(DaysCommand::toStandardError);
    }
  }

  private static void toStandardError(Appender<ILoggingEvent> appender) {
    if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
      console.setTarget("System.err");
      console.start();
    }
  }
}
