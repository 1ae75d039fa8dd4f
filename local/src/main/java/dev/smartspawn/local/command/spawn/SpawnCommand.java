package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.local.command.rest.SelectionOptions;
import dev.smartspawn.schema.json.Json;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a task done, and shows how it goes. */
@Command(
    name = "spawn",
    description = "Run a task on the best models for it.",
    footer = {
      "",
      "Steps go to standard error, the answer to standard output. Ctrl-C leaves the spawn running.",
      "Ends with 1 when it failed or was cancelled."
    })
public final class SpawnCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Parameters(paramLabel = "TASK", description = "what is to be done")
  String task = "";

  @Option(names = "--mode", paramLabel = "MODE", description = "single, collective or cascade")
  @Nullable String mode;

  @Option(names = "--category", paramLabel = "CATEGORY", description = "found out by default")
  @Nullable String category;

  @Option(names = "--count", paramLabel = "N", description = "models side by side in collective")
  @Nullable Integer count;

  @Option(names = "--context", paramLabel = "TEXT", description = "what the task is about")
  @Nullable String context;

  @Option(names = "--label", paramLabel = "TEXT", description = "a name for people")
  @Nullable String label;

  @Option(names = "--max-cost", paramLabel = "USD", description = "what it may cost, 1 by default")
  @Nullable BigDecimal maxCost;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "600 by default")
  @Nullable Integer timeoutSeconds;

  @Option(names = "--dry-run", description = "say which models, and what it may cost; call nobody")
  boolean dryRun;

  @Option(names = "--no-wait", description = "print the spawn's id and end")
  boolean noWait;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi rest = api.api();
    JsonNode accepted = rest.post("/spawns", request());
    String id = accepted.at("/data/id").asText();
    if (noWait) {
      api.print(accepted, out, answer -> out.println(id));
      return ExitCode.OK;
    }
    new SpawnProgress(rest, spec.commandLine().getErr()).follow(id);
    JsonNode ended = rest.get("/spawns/" + id, new RestApi.Query());
    SpawnSummary report = new SpawnSummary(out, spec.commandLine().getErr());
    api.print(ended, out, answer -> report.print(answer.path("data")));
    return ended.at("/data/status").asText().equals("completed") ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** What was not said is not sent: the defaults are the API's. */
  private ObjectNode request() {
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", task);
    put(request, "mode", mode);
    selection.given().forEach((field, value) -> put(request, field, value));
    put(request, "category", category);
    put(request, "collectiveCount", count);
    put(request, "context", context);
    put(request, "label", label);
    put(request, "maxCostUsd", maxCost);
    put(request, "timeoutSeconds", timeoutSeconds);
    return dryRun ? request.put("dryRun", true) : request;
  }

  private static void put(ObjectNode request, String field, @Nullable Object value) {
    if (value != null) {
      request.set(field, Json.MAPPER.valueToTree(value));
    }
  }
}
