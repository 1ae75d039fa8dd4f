package dev.smartspawn.local.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Options of every command that prints what it read. */
public final class OutputOptions {

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      converter = OutputFormat.Converter.class,
      completionCandidates = OutputFormat.Names.class,
      defaultValue = "table",
      description = "json or table (default: ${DEFAULT-VALUE})")
  OutputFormat format = OutputFormat.TABLE;

  @Option(names = "--json", description = "the same as --output json")
  boolean json;

  @Option(names = "--utc", description = "times in UTC instead of local ones")
  boolean utc;

  @Option(
      names = "--width",
      paramLabel = "COLUMNS",
      defaultValue = "${sys:" + Terminal.COLUMNS_PROPERTY + ":-0}",
      description = "cut tables to this width; 0 never cuts (default: the terminal's width)")
  int width;

  public boolean isJson() {
    return json || format == OutputFormat.JSON;
  }

  public TimeFormat times() {
    return utc ? TimeFormat.utc() : TimeFormat.local();
  }

  /** Prints a table no wider than the terminal. */
  public void print(TextTable table, PrintWriter out) {
    table.print(out, width > 0 ? width : Integer.MAX_VALUE);
  }

  /** Prints the answer as the API gave it or, by {@code readably}, for people. */
  public void print(JsonNode answer, PrintWriter out, Consumer<JsonNode> readably) {
    if (isJson()) {
      out.println(answer.toPrettyString());
    } else {
      readably.accept(answer);
    }
    out.flush();
  }
}
