package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the models of a spawn are to write. */
final class ParameterOptions {

  @Option(
      names = "--temperature",
      paramLabel = "0-2",
      description = "how freely models choose words")
  @Nullable BigDecimal temperature;

  @Option(names = "--top-p", paramLabel = "0-1", description = "leaves out unlikely words")
  @Nullable BigDecimal topP;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "the most a model may write, its thinking included")
  @Nullable Integer maxTokens;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      description = "how much models think: none, low, medium, high or max")
  @Nullable String effort;

  @Option(names = "--seed", paramLabel = "N", description = "makes answers repeatable, if it can")
  @Nullable Long seed;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "an answer ends before this text; may be given up to 4 times")
  List<String> stop = new ArrayList<>();

  @Option(
      names = "--verbosity",
      paramLabel = "VERBOSITY",
      description = "how much models say: low, medium or high")
  @Nullable String verbosity;

  @Option(
      names = "--require-parameters",
      description = "use only models that take all these parameters")
  boolean required;

  /** Adds what was given. */
  void addTo(ObjectNode request) {
    ObjectNode parameters = Json.MAPPER.createObjectNode();
    put(parameters, "temperature", temperature);
    put(parameters, "topP", topP);
    put(parameters, "maxTokens", maxTokens);
    put(parameters, "effort", effort);
    put(parameters, "seed", seed);
    put(parameters, "stop", stop.isEmpty() ? null : stop);
    put(parameters, "verbosity", verbosity);
    if (!parameters.isEmpty()) {
      request.set("parameters", parameters);
    }
    if (required) {
      request.put("requireParameters", true);
    }
  }

  private static void put(ObjectNode parameters, String field, @Nullable Object value) {
    if (value != null) {
      parameters.set(field, Json.MAPPER.valueToTree(value));
    }
  }
}
