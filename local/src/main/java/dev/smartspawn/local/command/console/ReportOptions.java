package dev.smartspawn.local.command.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a report is printed, and where its figures are written. */
public final class ReportOptions {

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      converter = OutputFormat.Converter.class,
      defaultValue = "table",
      description = "json or table (default: ${DEFAULT-VALUE})")
  OutputFormat format = OutputFormat.TABLE;

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures to a file")
  @Nullable Path json;

  /** Whether JSON is to be printed instead of a table. */
  public boolean isJson() {
    return format == OutputFormat.JSON;
  }

  /**
   * Writes the figures to the file that was asked for, if any.
   *
   * @param err is told that the file was written
   * @throws CommandFailure if the file cannot be written
   */
  public void write(String figures, PrintWriter err) {
    if (json != null) {
      write(json, figures + System.lineSeparator(), err);
    }
  }

  /**
   * @param err is told that the file was written
   * @throws CommandFailure if the file cannot be written
   */
  public static void write(Path file, String text, PrintWriter err) {
    try {
      Files.writeString(file, text);
      err.println("written to " + file);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILURE, FileFailure.message("write", file, e));
    }
  }
}
