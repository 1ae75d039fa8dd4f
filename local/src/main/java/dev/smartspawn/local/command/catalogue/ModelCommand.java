package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything about one model: its facts, its place in each category, and the numbers behind it. */
@Command(name = "model", description = "Show one model, with the numbers it is ranked by.")
public final class ModelCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Parameters(paramLabel = "ID", description = "a model's id, as anthropic/claude-opus-4.6")
  String id = "";

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    api.print(
        api.api().get("/models/" + RestApi.encodePath(id), new RestApi.Query()),
        out,
        answer -> print(answer.path("data"), out));
  }

  private void print(JsonNode model, PrintWriter out) {
    out.printf("%s  %s%n", model.path("id").asText(), model.path("name").asText());
    fact(out, "provider", model.path("provider").asText());
    fact(out, "tier", model.path("tier").asText());
    fact(
        out,
        "context",
        String.format(Locale.ROOT, "%,d tokens", model.path("contextLength").asLong()));
    fact(out, "prices", prices(model.path("pricing")));
    for (JsonNode step : model.at("/pricing/longPrompts")) {
      String from = String.format(Locale.ROOT, "%,d", step.path("minTokens").asLong());
      fact(out, "", "%s from %s prompt tokens on".formatted(prices(step), from));
    }
    fact(out, "able to", able(model.path("capabilities")));
    fact(out, "sources", ModelsCommand.list(model.path("sourcesCovered")));
    fact(out, "updated", api.times().text(model.path("lastUpdated")));
    printCategories(model, out);
    printEvidence(model.path("evidence"), out);
  }

  private void printCategories(JsonNode model, PrintWriter out) {
    TextTable table = new TextTable("CATEGORY", "SCORE", "ESTIMATE", "LOW", "HIGH", "SOURCES");
    for (Map.Entry<String, JsonNode> score : model.path("scores").properties()) {
      JsonNode estimate = model.path("estimates").path(score.getKey());
      table.row(
          score.getKey(),
          FigureFormat.score(score.getValue()),
          FigureFormat.score(estimate.path("estimate")),
          FigureFormat.score(estimate.path("low")),
          FigureFormat.score(estimate.path("high")),
          FigureFormat.text(estimate.path("sources")));
    }
    out.println();
    api.print(table, out);
  }

  private void printEvidence(JsonNode evidence, PrintWriter out) {
    if (evidence.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable("METRIC", "VALUE", "ITS NAME THERE", "EFFORT", "RULE", "PULLED");
    for (JsonNode number : evidence) {
      table.row(
          number.path("metric").asText(),
          FigureFormat.text(number.path("value")),
          FigureFormat.text(number.path("sourceName")),
          FigureFormat.text(number.path("effort")),
          FigureFormat.text(number.path("rule")),
          api.times().text(number.path("pulledAt")));
    }
    out.println();
    api.print(table, out);
  }

  private static void fact(PrintWriter out, String name, String value) {
    out.printf("  %-9s %s%n", name, value);
  }

  private static String prices(JsonNode pricing) {
    return "$%s in, $%s out per 1M tokens"
        .formatted(
            FigureFormat.price(pricing.path("prompt")),
            FigureFormat.price(pricing.path("completion")));
  }

  private static String able(JsonNode capabilities) {
    String able =
        capabilities.properties().stream()
            .filter(capability -> capability.getValue().asBoolean())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return able.isEmpty() ? FigureFormat.ABSENT : able;
  }
}
