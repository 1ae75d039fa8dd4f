package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The newest spawns, or one of them. */
@Command(name = "spawns", description = "List spawns, show, cancel or rate one.")
public final class SpawnsCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "show this one")
  @Nullable String id;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "only spawns with this status, as running")
  @Nullable String status;

  @Option(names = "--limit", paramLabel = "N", description = "at most this many")
  @Nullable Integer limit;

  @Option(names = "--cancel", paramLabel = "ID", description = "stop this one")
  @Nullable String cancelled;

  @Option(names = "--rate", paramLabel = "1-5", description = "rate the shown spawn")
  @Nullable Integer rating;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi rest = api.api();
    if (cancelled != null) {
      api.print(
          rest.delete(path(cancelled)),
          out,
          answer -> out.println(answer.at("/data/status").asText()));
    } else if (id == null) {
      RestApi.Query query = new RestApi.Query().with("status", status).with("limit", limit);
      api.print(rest.get("/spawns", query), out, answer -> print(answer, out));
    } else {
      show(id, rest, out);
    }
    return ExitCode.OK;
  }

  private void show(String shown, RestApi rest, PrintWriter out) {
    if (rating != null) {
      JsonNode unused = rest.post(path(shown) + "/outcome", Map.of("rating", rating));
    }
    api.print(
        rest.get(path(shown), new RestApi.Query()),
        out,
        answer -> new SpawnSummary(api, out, out).print(answer.path("data")));
  }

  private void print(JsonNode answer, PrintWriter out) {
    TextTable table = new TextTable("ID", "STATUS", "MODE", "MODEL", "COST $", "ASKED FOR", "TASK");
    for (JsonNode spawn : answer.path("data")) {
      table.row(
          spawn.path("id").asText(),
          spawn.path("status").asText(),
          FigureFormat.text(spawn.path("mode")),
          FigureFormat.text(spawn.path("model")),
          SpawnProgress.amount(spawn.path("costUsd").decimalValue()),
          api.times().text(spawn.path("requestedAt")),
          beginning(spawn.path("label").asText(spawn.path("task").asText())));
    }
    api.print(table, out);
    out.printf(
        "%d shown of %s%n", answer.path("data").size(), answer.at("/meta/filtered").asText());
  }

  private static String path(String id) {
    return "/spawns/" + RestApi.encodePath(id);
  }

  private static String beginning(String task) {
    String line = task.lines().findFirst().orElse("");
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }
}
