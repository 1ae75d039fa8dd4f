package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The models that are served. */
@Command(name = "models", description = "List the models.")
public final class ModelsCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Option(
      names = "--category",
      paramLabel = "CATEGORY",
      description = "only models that are good at it")
  @Nullable String category;

  @Option(names = "--tier", paramLabel = "TIER", description = "premium, standard or budget")
  @Nullable String tier;

  @Option(names = "--limit", paramLabel = "N", description = "at most this many")
  @Nullable Integer limit;

  @Option(names = "--sort", paramLabel = "ORDER", description = "score, cost or efficiency")
  @Nullable String sort;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query =
        new RestApi.Query()
            .with("category", category)
            .with("tier", tier)
            .with("limit", limit)
            .with("sort", sort);
    api.print(api.api().get("/models", query), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    String ranked = category == null ? "general" : category;
    TextTable table =
        new TextTable(
            "MODEL",
            "TIER",
            ranked.toUpperCase(Locale.ROOT),
            "$/1M IN",
            "$/1M OUT",
            "CONTEXT",
            "GOOD AT");
    for (JsonNode model : answer.path("data")) {
      table.row(
          model.path("id").asText(),
          model.path("tier").asText(),
          FigureFormat.score(model.path("scores").path(ranked)),
          FigureFormat.price(model.at("/pricing/prompt")),
          FigureFormat.price(model.at("/pricing/completion")),
          model.path("contextLength").asText(),
          list(model.path("categories")));
    }
    api.print(table, out);
    JsonNode meta = answer.path("meta");
    out.printf(
        "%d shown of %s that match, %s in all; refreshed %s%n",
        answer.path("data").size(),
        FigureFormat.text(meta.path("filtered")),
        FigureFormat.text(meta.path("total")),
        api.times().text(meta.path("lastRefresh")));
  }

  static String list(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
