package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.StandardInput;
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

/** Runs a task and shows its steps. */
@Command(
    name = "spawn",
    description = "Run a task on the best models for it.",
    footer = {
      "",
      "Steps go to standard error, the answer to standard output. With --response-format, the"
          + " answer is the JSON value that was checked. Ctrl-C leaves the spawn running.",
      "TASK may be - to read the task from standard input.",
      "Ends with 1 when the spawn failed or was cancelled."
    })
public final class SpawnCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final StandardInput input;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();
  @Mixin ModeOptions mode = new ModeOptions();
  @Mixin PrivacyOptions privacy = new PrivacyOptions();
  @Mixin ParameterOptions parameters = new ParameterOptions();
  @Mixin ContentOptions content = new ContentOptions();

  @Parameters(
      paramLabel = "TASK",
      arity = "0..1",
      description = "the task in words, or - for standard input")
  @Nullable String task;

  @Option(
      names = "--system",
      paramLabel = "TEXT",
      description = "instructions for the model, such as a role to play")
  @Nullable String system;

  @Option(
      names = "--messages",
      paramLabel = "FILE",
      description =
          "a conversation in place of TASK, as a JSON list of messages; - for standard input")
  @Nullable String messages;

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "by the words of the task by default")
  @Nullable String category;

  @Option(
      names = "--response-format",
      paramLabel = "json|FILE",
      description =
          "the answer must be JSON, or valid against the JSON Schema in FILE; - for standard input")
  @Nullable String responseFormat;

  @Option(names = "--context", paramLabel = "TEXT", description = "background for the task")
  @Nullable String context;

  @Option(names = "--label", paramLabel = "TEXT", description = "a name for people")
  @Nullable String label;

  @Option(
      names = "--max-cost",
      paramLabel = "USD",
      description = "the most it may cost, 1 by default")
  @Nullable BigDecimal maxCost;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "give up after this, 600 by default")
  @Nullable Integer timeoutSeconds;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "the spawn's id; a second request with the same id is the same spawn")
  @Nullable String id;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "requests with the same key are the same spawn")
  @Nullable String idempotencyKey;

  @Option(
      names = "--dry-run",
      description = "show the plan and its cost limit without calling a model")
  boolean dryRun;

  @Option(names = "--no-wait", description = "print the spawn's id and do not wait")
  boolean noWait;

  public SpawnCommand(StandardInput input) {
    this.input = input;
  }

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
    SpawnSummary report = new SpawnSummary(api, out, spec.commandLine().getErr());
    api.print(ended, out, answer -> report.print(answer.path("data")));
    return ended.at("/data/status").asText().equals("completed") ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** Options that were not given are not sent: the API has the defaults. */
  private ObjectNode request() {
    ObjectNode request = Json.MAPPER.createObjectNode();
    if (messages == null) {
      request.put("task", text(task == null ? "" : task));
    } else {
      request.set("messages", conversation(messages));
      put(request, "task", task);
    }
    put(request, "system", system);
    mode.addTo(request);
    selection.given().forEach((field, value) -> put(request, field, value));
    parameters.addTo(request);
    content.addTo(request);
    put(request, "responseFormat", responseFormat());
    put(request, "category", category);
    put(request, "context", context);
    put(request, "label", label);
    put(request, "maxCostUsd", maxCost);
    put(request, "timeoutSeconds", timeoutSeconds);
    put(request, "id", id);
    put(request, "idempotencyKey", idempotencyKey);
    privacy.given().ifPresent(rule -> request.set("privacy", rule));
    return dryRun ? request.put("dryRun", true) : request;
  }

  /** A file may also hold a whole request of a chat API. */
  private JsonNode conversation(String file) {
    JsonNode json = new JsonFile(file, "a JSON list of messages", input).read();
    return json.path("messages").isArray() ? json.path("messages") : json;
  }

  private @Nullable Object responseFormat() {
    return responseFormat == null || responseFormat.equals("json")
        ? responseFormat
        : new JsonFile(responseFormat, "a JSON Schema", input).read();
  }

  private String text(String task) {
    String text = task.equals(STANDARD_INPUT) ? input.readAll() : task;
    if (text.isBlank()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          task.equals(STANDARD_INPUT)
              ? "standard input is empty: expected the task in words"
              : "TASK is empty: expected the task in words, or - to read it from standard input");
    }
    return text;
  }

  private static void put(ObjectNode request, String field, @Nullable Object value) {
    if (value != null) {
      request.set(field, Json.MAPPER.valueToTree(value));
    }
  }
}
