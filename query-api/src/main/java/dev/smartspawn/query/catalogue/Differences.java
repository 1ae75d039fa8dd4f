package dev.smartspawn.query.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.smartspawn.query.catalogue.CompareBody.Difference;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The figures in which models differ. */
final class Differences {

  /** They always differ, and no value is better than another. */
  private static final Set<String> IDENTITY = Set.of("id", "name", "provider", "lastUpdated");

  private static final String PRICING = "pricing.";
  private static final Set<String> LESS_IS_BETTER =
      Set.of(PRICING + "prompt", PRICING + "completion", "speed.timeToFirstToken");

  private Differences() {}

  /** One per field that differs, in alphabetical order. */
  static List<Difference> between(List<RenderedModel> models) {
    List<Map<String, JsonNode>> figures = models.stream().map(Differences::figures).toList();
    Set<String> fields = new LinkedHashSet<>();
    figures.forEach(each -> fields.addAll(each.keySet()));
    return fields.stream()
        .sorted()
        .map(field -> difference(field, models, figures))
        .filter(difference -> new HashSet<>(difference.values()).size() > 1)
        .toList();
  }

  private static Difference difference(
      String field, List<RenderedModel> models, List<Map<String, JsonNode>> figures) {
    List<JsonNode> values =
        figures.stream().map(each -> each.getOrDefault(field, NullNode.getInstance())).toList();
    return new Difference(field, values, best(field, models, values));
  }

  private static List<CanonicalId> best(
      String field, List<RenderedModel> models, List<JsonNode> values) {
    double sign = LESS_IS_BETTER.contains(field) ? -1 : 1;
    OptionalDouble best = numbers(values).map(number -> sign * number).max();
    List<CanonicalId> winners = new ArrayList<>();
    for (int i = 0; i < values.size() && best.isPresent(); i++) {
      JsonNode value = values.get(i);
      if (value.isNumber() && sign * value.asDouble() == best.getAsDouble()) {
        winners.add(models.get(i).model().id());
      }
    }
    return winners;
  }

  private static DoubleStream numbers(List<JsonNode> values) {
    return values.stream().filter(JsonNode::isNumber).mapToDouble(JsonNode::asDouble);
  }

  /** Path to value of everything that is neither a list nor identity. */
  private static Map<String, JsonNode> figures(RenderedModel model) {
    Map<String, JsonNode> figures = new TreeMap<>();
    collect("", model.tree(), figures);
    figures.keySet().removeAll(IDENTITY);
    if (model.model().isRouter()) {
      figures.keySet().removeIf(field -> field.startsWith(PRICING));
    }
    return figures;
  }

  private static void collect(String path, JsonNode node, Map<String, JsonNode> figures) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + '.' + field.getKey(),
                      field.getValue(),
                      figures));
    } else if (!node.isArray()) {
      figures.put(path, node);
    }
  }
}
