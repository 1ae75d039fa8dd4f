package dev.smartspawn.local.command;

import picocli.CommandLine.Option;

/** What every command that reads understands. */
final class OutputOptions {

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      converter = OutputFormat.Converter.class,
      defaultValue = "table",
      description = "json or table (default: ${DEFAULT-VALUE})")
  OutputFormat format = OutputFormat.TABLE;

  @Option(names = "--json", description = "the same as --output json")
  boolean json;

  boolean isJson() {
    return json || format == OutputFormat.JSON;
  }
}
