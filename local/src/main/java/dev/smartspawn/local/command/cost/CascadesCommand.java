package dev.smartspawn.local.command.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How often the cheap model of a cascade was good enough. */
@Command(
    name = "cascade",
    description =
        "Show how often the cheap model of a cascade was good enough, and what that saved.")
public final class CascadesCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin PeriodOptions period = new PeriodOptions();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    api.print(api.api().get("/costs/cascade", period.query()), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    TextTable table =
        new TextTable(
            "CATEGORY",
            "CASCADES",
            "GOOD ENOUGH",
            "ESCALATED",
            "KEPT",
            "HIT RATE",
            "COST",
            "JUDGES",
            "SAVED");
    answer.path("data").forEach(each -> add(each, each.path("category").asText(), table));
    add(answer.at("/meta/total"), "all", table);
    api.print(table, out);
  }

  private static void add(JsonNode each, String name, TextTable table) {
    JsonNode rate = each.path("hitRate");
    table.row(
        name,
        each.path("cascades").asText(),
        each.path("goodEnough").asText(),
        each.path("escalated").asText(),
        each.path("kept").asText(),
        rate.isNumber() ? "%.0f %%".formatted(100 * rate.asDouble()) : "-",
        DollarText.of(each.path("costUsd")),
        DollarText.of(each.path("judgesUsd")),
        DollarText.of(each.at("/savings/savedUsd")));
  }
}
