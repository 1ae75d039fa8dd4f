package dev.smartspawn.local.command.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.smartspawn.local.command.console.OutputOptions;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.worker.ProviderOverview;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the providers of models, without their keys. */
@Command(
    name = "providers",
    subcommands = ProvidersCheckCommand.class,
    description = "List the providers of models that the settings describe, direct ones first.",
    footer = {
      "",
      "Reads OPENROUTER_API_KEY, PROVIDERS_FILE and the other settings of the environment, as `up`",
      "does. Keys and other secrets are never shown."
    })
public final class ProvidersCommand implements Runnable {

  private final Map<String, String> environment;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin OutputOptions output = new OutputOptions();

  /**
   * @param environment the settings
   */
  public ProvidersCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    ArrayNode list = ProviderOverview.from(environment).list();
    PrintWriter out = spec.commandLine().getOut();
    output.print(list, out, unused -> output.print(table(list), out));
  }

  private static TextTable table(ArrayNode list) {
    TextTable table =
        new TextTable("PROVIDER", "MODELS", "ADDRESS", "KEY", "TRAINS", "REGION", "HEADERS");
    for (JsonNode each : list) {
      String prefix = each.path("prefix").asText();
      table.row(
          each.path("name").asText(),
          prefix.isEmpty() ? "all" : prefix + "*",
          each.path("address").asText(),
          each.path("key").asText(),
          each.path("trainsOnData").asText("?"),
          each.path("region").asText("?"),
          String.join(", ", names(each.path("headers"))));
    }
    return table;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
