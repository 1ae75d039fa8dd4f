package dev.smartspawn.local.command.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.command.console.FigureFormat;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.command.rest.ApiOptions;
import dev.smartspawn.local.command.rest.RestApi;
import dev.smartspawn.schema.source.Source;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The state of the system, of each source and of each reference file. */
@Command(name = "status", description = "Show what is served and the state of each source.")
public final class StatusCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ApiOptions api = new ApiOptions();

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    api.print(
        api.api().get("/status", new RestApi.Query()),
        out,
        answer -> print(answer.path("data"), out));
  }

  private void print(JsonNode status, PrintWriter out) {
    out.printf(
        "%s: %s models, refreshed %s%n",
        status.path("status").asText(),
        FigureFormat.text(status.path("modelCount")),
        api.times().text(status.path("lastRefresh")));
    TextTable table = new TextTable("SOURCE", "STATUS", "RECORDS", "ORIGIN", "LAST PULL", "REASON");
    for (Source source : Source.ALL) {
      String group = Source.REFERENCE.contains(source) ? "reference" : "sources";
      JsonNode one = status.path(group).path(source.statusField());
      if (!one.isMissingNode()) {
        table.row(
            source.id(),
            one.path("status").asText(),
            FigureFormat.text(one.path("count")),
            FigureFormat.text(one.path("origin")),
            api.times().text(one.path("lastPull")),
            one.path("reason").asText(""));
      }
    }
    api.print(table, out);
    for (Source source : Source.PULLED) {
      printRefused(source, status.path("sources").path(source.statusField()), out);
    }
  }

  private static void printRefused(Source source, JsonNode status, PrintWriter out) {
    List<String> fields = new ArrayList<>();
    status
        .path("refused")
        .properties()
        .forEach(
            field -> fields.add("%s (%d)".formatted(field.getKey(), field.getValue().asInt())));
    if (!fields.isEmpty()) {
      out.printf("%s: values left out: %s%n", source.id(), String.join(", ", fields));
    }
    for (JsonNode metric : status.path("newEditions")) {
      out.printf(
          "%s: %s left out: many figures are off its scale, perhaps a new edition%n",
          source.id(), metric.asText());
    }
  }
}
