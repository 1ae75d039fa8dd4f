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

/** What sources call models that nobody could find, and what came near. */
@Command(
    name = "names",
    description = "List the sources' names that mean no model, with the nearest and why not.",
    footer = {"", "A line in aliases.yaml gives a name its model, at once and without a pull."})
public final class NamesCommand implements Runnable {

  /** Under a name that stands above. */
  private static final String SAME = "";

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Option(names = "--source", paramLabel = "SOURCE", description = "only its, as lmarena")
  @Nullable String source;

  @Option(names = "--limit", paramLabel = "N", description = "at most this many names")
  @Nullable Integer limit;

  @Option(names = "--search", paramLabel = "TEXT", description = "only names with this in them")
  @Nullable String search;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query =
        new RestApi.Query().with("source", source).with("limit", limit).with("q", search);
    api.print(api.api().get("/names/unresolved", query), out, answer -> print(answer, out));
  }

  private static void print(JsonNode answer, PrintWriter out) {
    TextTable table = new TextTable("SOURCE", "NAME", "NEAREST", "WHY NOT");
    answer.path("data").forEach(name -> addTo(table, name));
    table.print(out);
    out.printf(
        "%d shown of %s that match, %s in all%n",
        answer.path("data").size(),
        FigureFormat.text(answer.at("/meta/filtered")),
        FigureFormat.text(answer.at("/meta/total")));
  }

  /** A line for each model that came near. */
  private static void addTo(TextTable table, JsonNode name) {
    String source = name.path("source").asText();
    String text = name.path("name").asText();
    if (name.path("nearest").isEmpty()) {
      table.row(source, text, FigureFormat.ABSENT, "nothing came near");
    }
    for (JsonNode near : name.path("nearest")) {
      table.row(source, text, near.path("id").asText(), near.path("why").asText());
      source = SAME;
      text = SAME;
    }
  }
}
