package dev.smartspawn.local.command.spawn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which providers may see a spawn's request. */
final class PrivacyOptions {

  @Option(
      names = "--data-collection",
      paramLabel = "POLICY",
      description = "allow, or deny: not to providers that keep or train on data")
  @Nullable String dataCollection;

  @Option(
      names = "--only-provider",
      paramLabel = "NAME",
      split = ",",
      description = "a provider that may be called, and no other; may be repeated")
  List<String> only = List.of();

  @Option(
      names = "--ignore-provider",
      paramLabel = "NAME",
      split = ",",
      description = "a provider that may not be called; may be repeated")
  List<String> ignore = List.of();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      split = ",",
      description = "a region that may process the request, and no other; may be repeated")
  List<String> regions = List.of();

  /** The rule in the API's form; empty if no option was given. */
  Optional<ObjectNode> given() {
    ObjectNode rule = Json.MAPPER.createObjectNode();
    if (dataCollection != null) {
      rule.put("dataCollection", dataCollection);
    }
    put(rule, "/providers", "only", only);
    put(rule, "/providers", "ignore", ignore);
    put(rule, "", "regions", regions);
    return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
  }

  private static void put(ObjectNode rule, String object, String name, List<String> values) {
    if (!values.isEmpty()) {
      ObjectNode into = object.isEmpty() ? rule : rule.withObject(object);
      into.set(name, Json.MAPPER.valueToTree(values));
    }
  }
}
