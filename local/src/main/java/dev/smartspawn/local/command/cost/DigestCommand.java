package dev.smartspawn.local.command.cost;

import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The costs of yesterday, of a week or of a month in a few lines. */
@Command(
    name = "digest",
    description = "Print the costs up to yesterday in a few lines (Markdown).")
public final class DigestCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      description = "day (the default), week or month")
  @Nullable String period;

  @Option(names = "--profile", paramLabel = "NAME", description = "only this profile's spawns")
  @Nullable String profile;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    RestApi.Query query = new RestApi.Query().with("period", period).with("profile", profile);
    api.print(
        api.api().get("/costs/digest", query),
        out,
        answer -> out.print(answer.path("markdown").asText()));
  }
}
