package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Models side by side: a row per figure in which they differ. */
@Command(
    name = "compare",
    description = "Compare two to five models, figure by figure.",
    footer = {"", "Shows the figures that differ; * marks the best of a row."})
public final class CompareCommand implements Runnable {

  private static final String BEST = " *";

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Parameters(arity = "2..5", paramLabel = "ID", description = "the models' ids")
  List<String> ids = List.of();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query = new RestApi.Query().with("ids", ids);
    api.print(api.api().get("/compare", query), out, answer -> print(answer, out));
  }

  private void print(JsonNode answer, PrintWriter out) {
    List<String> compared = new ArrayList<>();
    answer.path("data").forEach(model -> compared.add(model.path("id").asText()));
    List<String> titles = new ArrayList<>(List.of("FIGURE"));
    titles.addAll(compared);
    TextTable table = new TextTable(titles);
    for (JsonNode difference : answer.at("/meta/differences")) {
      List<String> best = new ArrayList<>();
      difference.path("best").forEach(id -> best.add(id.asText()));
      List<String> row = new ArrayList<>(List.of(difference.path("field").asText()));
      for (int i = 0; i < compared.size(); i++) {
        String value = FigureFormat.text(difference.path("values").path(i));
        row.add(best.contains(compared.get(i)) ? value + BEST : value);
      }
      table.row(row);
    }
    api.print(table, out);
  }
}
