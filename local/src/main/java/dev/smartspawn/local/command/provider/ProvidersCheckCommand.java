package dev.smartspawn.local.command.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.OutputOptions;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.worker.ProviderChecks;
import dev.smartspawn.worker.ProviderOverview;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one small call to each provider and prints what it takes. */
@Command(
    name = "check",
    description = "Make one small call to each provider and print what the provider takes.",
    footer = {
      "",
      "The call has a system message, a small image, a stream and JSON. What a provider refuses"
          + " is left out, and it is asked again; refusals cost nothing. A provider whose key is not"
          + " set is not called. Ends with 1 when a provider cannot be used with its key and model."
    })
public final class ProvidersCheckCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "a provider's name; all by default")
  @Nullable String name;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "the model to call; by default one that the settings name for the provider")
  @Nullable String model;

  /**
   * @param environment the settings
   */
  public ProvidersCheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ProviderOverview overview = ProviderOverview.from(environment);
    ProviderChecks checks = overview.checks(known(overview), id());
    announce(checks);
    ProviderChecks.Found found = checks.run(Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    output.print(found.rows(), out, unused -> print(found.rows(), out));
    return found.allGood() ? ExitCode.OK : ExitCode.FAILURE;
  }

  private Optional<String> known(ProviderOverview overview) {
    if (name != null && overview.names().stream().noneMatch(name::equalsIgnoreCase)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "there is no provider '%s': expected one of %s"
              .formatted(name, String.join(", ", overview.names())));
    }
    return Optional.ofNullable(name);
  }

  private Optional<CanonicalId> id() {
    if (model == null) {
      return Optional.empty();
    }
    Optional<CanonicalId> id = CanonicalId.find(model);
    if (id.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "'%s' is not a model's id: expected one as z-ai/glm-5.2".formatted(model));
    }
    return id;
  }

  /** What the calls may cost, before they are made; not among the output. */
  private void announce(ProviderChecks checks) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "%d %s, at most %s together%s%n",
        checks.calls(),
        checks.calls() == 1 ? "call" : "calls",
        checks.mostUsd(),
        checks.withoutPrice() == 0
            ? ""
            : "; the price of %d of them is not known".formatted(checks.withoutPrice()));
    err.flush();
  }

  private void print(ArrayNode list, PrintWriter out) {
    TextTable table =
        new TextTable(
            "PROVIDER",
            "MODEL",
            "REACHED",
            "KEY",
            "KNOWN",
            "USAGE",
            "COST",
            "STREAM",
            "SYSTEM",
            "JSON",
            "IMAGES",
            "MS",
            "PAID $");
    for (JsonNode each : list) {
      table.row(
          each.path("provider").asText(),
          each.path("model").asText("-"),
          mark(each, "/reachable"),
          mark(each, "/key"),
          mark(each, "/modelKnown"),
          mark(each, "/reported/usage"),
          mark(each, "/reported/cost"),
          mark(each, "/taken/streaming"),
          mark(each, "/taken/systemRole"),
          mark(each, "/taken/json"),
          mark(each, "/taken/images"),
          each.path("millis").asText("-"),
          each.path("costUsd").isNumber()
              ? each.path("costUsd").decimalValue().toPlainString()
              : "-");
    }
    output.print(table, out);
    for (JsonNode each : list) {
      if (each.has("problem")) {
        out.printf("%s: %s%n", each.path("provider").asText(), each.path("problem").asText());
      }
    }
  }

  private static String mark(JsonNode row, String field) {
    JsonNode value = row.at(field);
    if (!value.isBoolean()) {
      return "-";
    }
    return value.booleanValue() ? "yes" : "no";
  }
}
