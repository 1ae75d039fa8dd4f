package dev.smartspawn.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** What every command that asks the REST API understands. */
final class ApiOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "where the REST API answers (default: ${DEFAULT-VALUE})")
  String url = "";

  @Option(names = "--json", description = "print the answer as the API gave it")
  boolean json;

  RestApi api() {
    return new RestApi(url);
  }

  /** Prints the answer raw or, by {@code readably}, for people. */
  void print(JsonNode answer, PrintWriter out, Consumer<JsonNode> readably) {
    if (json) {
      out.println(answer.toPrettyString());
    } else {
      readably.accept(answer);
    }
    out.flush();
  }
}
