package dev.smartspawn.local.command.catalogue;

import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.local.command.rest.SelectionOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The one model to use, on a line of its own so that a shell can read it. */
@Command(name = "pick", description = "Name one model for a task.")
public final class PickCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();
  @Mixin SelectionOptions selection = new SelectionOptions();

  @Parameters(paramLabel = "TASK", description = "coding, reasoning, ... or the task in words")
  String task = "";

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query = new RestApi.Query().with("task", task).with(selection.given());
    api.print(
        api.api().get("/pick", query),
        out,
        answer -> {
          out.println(answer.at("/data/id").asText());
          out.println(answer.at("/data/reason").asText());
        });
  }
}
