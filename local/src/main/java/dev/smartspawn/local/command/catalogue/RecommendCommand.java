package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.local.command.rest.SelectionOptions;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Several models to choose from, each with its reason. */
@Command(name = "recommend", description = "Recommend models for a task, with the reasons.")
public final class RecommendCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Parameters(paramLabel = "TASK", description = "coding, reasoning, ... or the task in words")
  String task = "";

  @Option(names = "--count", paramLabel = "N", description = "how many, 1 to 5")
  @Nullable Integer count;

  @Option(names = "--include-free", description = "free variants, too")
  boolean includeFree;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    api.print(api.api().get("/recommend", query()), out, answer -> print(answer, out));
  }

  private RestApi.Query query() {
    return new RestApi.Query()
        .with("task", task)
        .with(selection.given())
        .with("count", count)
        .with("includeFree", includeFree ? true : null);
  }

  private void print(JsonNode answer, PrintWriter out) {
    TextTable table = new TextTable("MODEL", "CONFIDENCE", "$/1M IN", "$/1M OUT", "REASON");
    for (JsonNode recommended : answer.path("data")) {
      JsonNode model = recommended.path("model");
      table.row(
          model.path("id").asText(),
          String.format(Locale.ROOT, "%.2f", recommended.path("confidence").asDouble()),
          FigureFormat.price(model.at("/pricing/prompt")),
          FigureFormat.price(model.at("/pricing/completion")),
          recommended.path("reason").asText());
    }
    api.print(table, out);
  }
}
