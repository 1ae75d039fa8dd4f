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

/** Source names that match no model, with the nearest models. */
@Command(
    name = "names",
    description = "List source names that match no model, with the nearest models and why not.",
    footer = {"", "A line in aliases.yaml maps a name to its model, at once and without a pull."})
public final class NamesCommand implements Runnable {

  /** The cell repeats the one above. */
  private static final String SAME = "";

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Option(names = "--source", paramLabel = "SOURCE", description = "only this source, as lmarena")
  @Nullable String source;

  @Option(names = "--limit", paramLabel = "N", description = "at most this many names")
  @Nullable Integer limit;

  @Option(names = "--search", paramLabel = "TEXT", description = "only names that contain this")
  @Nullable String search;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query =
        new RestApi.Query().with("source", source).with("limit", limit).with("q", search);
    api.print(api.api().get("/names/unresolved", query), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    TextTable table = new TextTable("SOURCE", "NAME", "NEAREST", "WHY NOT");
    answer.path("data").forEach(name -> addTo(table, name));
    api.print(table, out);
    out.printf(
        "%d shown of %s that match, %s in all%n",
        answer.path("data").size(),
        FigureFormat.text(answer.at("/meta/filtered")),
        FigureFormat.text(answer.at("/meta/total")));
  }

  /** One row per nearest model. */
  private static void addTo(TextTable table, JsonNode name) {
    String source = name.path("source").asText();
    String text = name.path("name").asText();
    if (name.path("nearest").isEmpty()) {
      table.row(source, text, FigureFormat.ABSENT, "nothing is near");
    }
    for (JsonNode near : name.path("nearest")) {
      table.row(source, text, near.path("id").asText(), near.path("why").asText());
      source = SAME;
      text = SAME;
    }
  }
}
