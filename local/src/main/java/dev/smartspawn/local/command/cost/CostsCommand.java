package dev.smartspawn.local.command.cost;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What spawns cost. */
@Command(
    name = "costs",
    description = "Show what spawns cost.",
    subcommands = {SavingsCommand.class, CascadesCommand.class, DigestCommand.class})
public final class CostsCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin PeriodOptions period = new PeriodOptions();

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      split = ",",
      description =
          "day (the default), model, category, mode, profile or purpose; several with commas")
  List<String> by = List.of();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query = period.query().with("by", by.isEmpty() ? null : String.join(",", by));
    api.print(api.api().get("/costs", query), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    List<String> dimensions = new ArrayList<>();
    answer.at("/meta/by").forEach(each -> dimensions.add(each.asText()));
    List<String> titles = new ArrayList<>();
    dimensions.forEach(each -> titles.add(each.toUpperCase(Locale.ROOT)));
    titles.addAll(List.of("COST", "CALLS", "READ", "WRITTEN", "OUTCOME UNKNOWN"));
    TextTable table = new TextTable(titles);
    answer.path("data").forEach(group -> table.row(cells(group, dimensions)));
    api.print(table, out);
    JsonNode meta = answer.path("meta");
    JsonNode total = meta.path("total");
    out.printf(
        "total   %s in %s calls from %s to %s%n",
        dollars(total.path("costUsd")),
        total.path("calls").asText(),
        meta.path("from").asText(),
        meta.path("to").asText());
    if (total.path("ambiguousCalls").asLong() > 0) {
      out.printf(
          "        of which %s are for %s calls whose outcome is unknown%n",
          dollars(total.path("ambiguousUsd")), total.path("ambiguousCalls").asText());
    }
    JsonNode ceiling = meta.path("ceiling");
    out.printf(
        "today   %s of %s%n", dollars(ceiling.path("costUsd")), dollars(ceiling.path("limitUsd")));
  }

  private static List<String> cells(JsonNode group, List<String> dimensions) {
    List<String> cells = new ArrayList<>();
    dimensions.forEach(each -> cells.add(group.path(each).asText()));
    cells.add(dollars(group.path("costUsd")));
    cells.add(group.path("calls").asText());
    cells.add(group.path("promptTokens").asText());
    cells.add(group.path("completionTokens").asText());
    cells.add(group.path("ambiguousCalls").asText());
    return cells;
  }

  private static String dollars(JsonNode amount) {
    return DollarText.of(amount);
  }
}
