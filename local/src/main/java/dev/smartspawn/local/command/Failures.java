package dev.smartspawn.local.command;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FileFailure;
import dev.smartspawn.schema.setting.SettingsException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a user in one sentence what went wrong, and ends with the exit code for it. */
final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final String PREFIX = "smart-spawn: ";

  private Failures() {}

  static void handle(CommandLine commandLine) {
    commandLine.setExecutionExceptionHandler(Failures::failed);
    commandLine.setParameterExceptionHandler(Failures::misused);
  }

  private static int failed(Exception failure, CommandLine commandLine, ParseResult unused) {
    commandLine.getErr().println(PREFIX + message(failure));
    return failure instanceof CommandFailure known ? known.exitCode() : ExitCode.FAILURE;
  }

  private static String message(Exception failure) {
    if (failure instanceof CommandFailure
        || failure instanceof SettingsException
        || failure instanceof TimeoutException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof UncheckedIOException io) {
      return FileFailure.message(io);
    }
    if (failure instanceof KafkaException) {
      log.debug("Kafka failed", failure);
      return "Kafka does not answer as expected: is that its address, and does it run?";
    }
    log.error("a defect of Smart Spawn: please report it with the lines below", failure);
    return "this should not have happened, and it is not your mistake";
  }

  private static String unknown(String command, UnmatchedArgumentException mistake) {
    List<String> suggestions = mistake.getSuggestions();
    return "'%s' is not known to `%s`%s"
        .formatted(
            String.join(" ", mistake.getUnmatched()),
            command,
            suggestions.isEmpty()
                ? ""
                : ": did you mean %s?".formatted(String.join(" or ", suggestions)));
  }

  /** The whole help would hide the message: its command is named instead. */
  private static int misused(ParameterException mistake, String[] unused) {
    CommandLine commandLine = mistake.getCommandLine();
    PrintWriter err = commandLine.getErr();
    String command = commandLine.getCommandSpec().qualifiedName();
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      err.println(PREFIX + unknown(command, unmatched));
    } else {
      err.println(PREFIX + mistake.getMessage());
    }
    err.println("`./%s --help` shows what is possible".formatted(command));
    return ExitCode.USAGE;
  }
}
