package dev.smartspawn.local.command.console;

import picocli.CommandLine.Option;

/** What every command that reads understands. */
public final class OutputOptions {

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      converter = OutputFormat.Converter.class,
      defaultValue = "table",
      description = "json or table (default: ${DEFAULT-VALUE})")
  OutputFormat format = OutputFormat.TABLE;

  @Option(names = "--json", description = "the same as --output json")
  boolean json;

  public boolean isJson() {
    return json || format == OutputFormat.JSON;
  }
}
