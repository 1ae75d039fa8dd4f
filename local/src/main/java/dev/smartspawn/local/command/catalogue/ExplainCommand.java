package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.local.command.rest.SelectionOptions;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How a recommendation comes about: every model in rank order, and what removes it. */
@Command(
    name = "explain",
    description = "Show the ranking behind a recommendation, and what removes each model.")
public final class ExplainCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Parameters(paramLabel = "TASK", description = "coding, reasoning, ... or the task in words")
  String task = "";

  @Option(names = "--include-free", description = "free variants, too")
  boolean includeFree;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "at most this many models (default: ${DEFAULT-VALUE})")
  int limit;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query =
        new RestApi.Query()
            .with("task", task)
            .with(selection.given())
            .with("includeFree", includeFree ? true : null)
            .with("explain", true);
    api.print(api.api().get("/recommend", query), out, answer -> print(answer.path("meta"), out));
  }

  private void print(JsonNode meta, PrintWriter out) {
    out.printf(
        "%s%s, budget %s: %s models meet every requirement%n",
        meta.path("category").asText(),
        classification(meta.path("classification")),
        meta.path("budget").asText(),
        meta.path("candidatesConsidered").asText());
    out.println(meta.path("why").asText());
    out.println();
    TextTable table =
        new TextTable(
            "MODEL", "RANK", "ESTIMATE", "LOW", "HIGH", "$/1M IN", "$/1M OUT", "REMOVED BY");
    JsonNode ladder = meta.path("ladder");
    int shown = Math.max(0, Math.min(limit, ladder.size()));
    for (int rank = 0; rank < shown; rank++) {
      JsonNode rung = ladder.get(rank);
      table.row(
          rung.path("id").asText(),
          rank + 1,
          FigureFormat.score(rung.path("estimate")),
          FigureFormat.score(rung.path("low")),
          FigureFormat.score(rung.path("high")),
          FigureFormat.price(rung.at("/pricing/prompt")),
          FigureFormat.price(rung.at("/pricing/completion")),
          rung.path("removedBy").isNull() ? "" : rung.path("removedBy").asText());
    }
    api.print(table, out);
    out.printf("%d shown of %d; --limit shows more%n", shown, ladder.size());
  }

  private static String classification(JsonNode classification) {
    if (classification.isMissingNode()) {
      return "";
    }
    String matched = ModelsCommand.list(classification.path("matched"));
    return " (%s, confidence %s)"
        .formatted(
            matched.isEmpty() ? "no word decides" : "by " + matched,
            String.format(Locale.ROOT, "%.2f", classification.path("confidence").asDouble()));
  }
}
