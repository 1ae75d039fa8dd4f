package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What changed in the catalogue, the newest first. */
@Command(name = "changes", description = "List what changed: models, scores, prices and answers.")
public final class ChangesCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Option(names = "--model", paramLabel = "ID", description = "only this model's")
  @Nullable String model;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "only later ones: 2026-07-22 or '2026-07-22 10:00', local unless --utc")
  @Nullable String since;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "added, removed, score, price, capability, category or pick")
  @Nullable String kind;

  @Option(names = "--search", paramLabel = "TEXT", description = "only ids that contain this")
  @Nullable String search;

  @Option(names = "--limit", paramLabel = "N", description = "at most this many, 100 by default")
  @Nullable Integer limit;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query =
        new RestApi.Query()
            .with("model", model)
            .with("since", since == null ? null : api.times().parse(since))
            .with("kind", kind)
            .with("q", search)
            .with("limit", limit);
    api.print(api.api().get("/changes", query), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    TextTable table = new TextTable("AT", "MODEL", "KIND", "FIGURE", "FROM", "TO", "CAUSE");
    for (JsonNode change : answer.path("data")) {
      JsonNode pick = change.path("pick");
      boolean isPick = pick.isObject();
      table.row(
          api.times().text(change.path("at")),
          FigureFormat.text(change.path("modelId")),
          change.path("kind").asText(),
          isPick
              ? "%s, %s".formatted(pick.path("category").asText(), pick.path("budget").asText())
              : FigureFormat.text(change.path("field")),
          FigureFormat.text(isPick ? pick.path("before") : change.path("from")),
          FigureFormat.text(isPick ? change.path("modelId") : change.path("to")),
          change.path("cause").asText(""));
    }
    api.print(table, out);
    out.printf(
        "%d shown of %s that match, %s remembered%n",
        answer.path("data").size(),
        FigureFormat.text(answer.at("/meta/filtered")),
        FigureFormat.text(answer.at("/meta/total")));
  }
}
