package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import java.io.PrintWriter;
import java.math.BigDecimal;

/** Prints an ended spawn for people: its answer, and apart from that its plan and cost. */
final class SpawnSummary {

  private final ApiOptions options;
  private final PrintWriter out;
  private final PrintWriter about;

  /**
   * @param out takes the answer
   * @param about takes the rest
   */
  SpawnSummary(ApiOptions options, PrintWriter out, PrintWriter about) {
    this.options = options;
    this.out = out;
    this.about = about;
  }

  void print(JsonNode spawn) {
    if (spawn.has("json")) {
      printAnswer(spawn.path("json").toPrettyString());
    } else if (spawn.has("answer")) {
      printAnswer(spawn.path("answer").asText());
    }
    printPlan(spawn.path("plan"));
    spawn.path("reasons").forEach(reason -> about.println("note    " + reason.asText()));
    about.println("status  " + spawn.path("status").asText());
    if (spawn.has("model")) {
      about.println("model   " + spawn.path("model").asText());
    }
    about.printf(
        "cost    %s in %s calls%s, %s tokens read and %s written%n",
        SpawnProgress.cost(spawn, "costUsd"),
        spawn.path("calls").asText(),
        estimated(spawn.path("estimatedCalls").asInt()),
        spawn.at("/tokens/prompt").asText(),
        spawn.at("/tokens/completion").asText());
    printSavings(spawn);
    about.flush();
  }

  private void printAnswer(String answer) {
    about.flush();
    out.println(answer);
    out.flush();
  }

  private void printPlan(JsonNode plan) {
    if (plan.isEmpty()) {
      return;
    }
    TextTable table = new TextTable("PART", "MODEL", "AT MOST $", "WHY");
    for (JsonNode call : plan) {
      table.row(
          call.path("part").asText(),
          call.path("model").asText(),
          SpawnProgress.amount(call.path("worstCaseUsd").decimalValue()),
          call.path("reason").asText());
    }
    options.print(table, out);
    out.flush();
  }

  /** A provider that reports no usage leaves only an upper bound. */
  private static String estimated(int calls) {
    return calls == 0 ? "" : " (%d at an estimated cost)".formatted(calls);
  }

  private void printSavings(JsonNode spawn) {
    if (spawn.has("savingsUsd")) {
      BigDecimal saved = spawn.path("savingsUsd").decimalValue();
      about.printf(
          "        %s %s than one answer from the best model at budget high%n",
          SpawnProgress.usd(saved.abs()), saved.signum() < 0 ? "more" : "less");
    }
  }
}
