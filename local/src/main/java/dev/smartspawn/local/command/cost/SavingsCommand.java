package dev.smartspawn.local.command.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What spawns cost less, or more, than one answer of another model each time. */
@Command(
    name = "savings",
    description = {
      "Compare what spawns cost with what one answer of another model would have cost each time.",
      "Each line is a comparison of its own; they cannot be added up."
    })
public final class SavingsCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin PeriodOptions period = new PeriodOptions();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    api.print(api.api().get("/costs/savings", period.query()), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    TextTable table =
        new TextTable(
            "BASELINE", "MODEL", "SPAWNS", "COST", "ITS COST", "SAVED", "AT LEAST", "AT MOST");
    for (JsonNode each : answer.path("data")) {
      for (JsonNode model : each.path("models")) {
        table.row(
            each.path("baseline").asText(),
            model.path("model").asText(),
            model.path("spawns").asText(),
            DollarText.of(model.path("costUsd")),
            DollarText.of(model.path("baselineUsd")),
            DollarText.of(model.path("savedUsd")),
            DollarText.of(model.path("leastSavedUsd")),
            DollarText.of(model.path("mostSavedUsd")));
      }
    }
    api.print(table, out);
    for (JsonNode each : answer.path("data")) {
      if (each.at("/uncompared/spawns").asLong() > 0) {
        out.printf(
            "not compared with %s: %s spawns, %s%n",
            each.path("baseline").asText(),
            each.at("/uncompared/spawns").asText(),
            DollarText.of(each.at("/uncompared/costUsd")));
      }
    }
    out.printf(
        "without an answer: %s spawns, %s%n",
        answer.at("/meta/unanswered/spawns").asText(),
        DollarText.of(answer.at("/meta/unanswered/costUsd")));
  }
}
