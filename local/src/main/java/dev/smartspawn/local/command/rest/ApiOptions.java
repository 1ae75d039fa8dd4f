package dev.smartspawn.local.command.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.OutputOptions;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.console.TimeFormat;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that asks the REST API. */
public final class ApiOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "where the REST API answers (default: ${DEFAULT-VALUE})")
  String url = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:API_KEYS}",
      description = "key to write with, where one is needed (default: the first in API_KEYS)")
  @Nullable String key;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Mixin OutputOptions output = new OutputOptions();

  public RestApi api() {
    return new RestApi(url, key == null ? null : key.split(",", 2)[0].strip(), this::printProgress);
  }

  /** Not among the output, which a program may read. */
  private void printProgress(String line) {
    if (spec != null) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(line);
      err.flush();
    }
  }

  /** Whether a program reads the answer. */
  public boolean isJson() {
    return output.isJson();
  }

  public TimeFormat times() {
    return output.times();
  }

  /** Prints a table no wider than the terminal. */
  public void print(TextTable table, PrintWriter out) {
    output.print(table, out);
  }

  /** Prints the answer as the API gave it or, by {@code readably}, for people. */
  public void print(JsonNode answer, PrintWriter out, Consumer<JsonNode> readably) {
    output.print(answer, out, readably);
  }
}
