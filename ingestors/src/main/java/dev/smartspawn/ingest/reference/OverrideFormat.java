package dev.smartspawn.ingest.reference;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.reference.ModelOverride;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** seed-overrides.yaml: {@code canonicalId: {categories: [...], scores: {category: number}}}. */
public final class OverrideFormat implements ReferenceFile.Format<ModelOverride> {

  private static final String FIELDS = "a mapping with 'categories', 'scores' or both";
  private static final String SCORE = "a number from 0 to 100";

  @Override
  public List<ModelOverride> read(YamlNode root) throws ReferenceException {
    List<ModelOverride> overrides = new ArrayList<>();
    Map<CanonicalId, Integer> lines = new HashMap<>();
    for (var entry : root.mapping("a mapping of model ids to corrections").entrySet()) {
      YamlNode key = entry.getKey();
      CanonicalId id = key.canonicalId();
      Integer earlier = lines.putIfAbsent(id, key.line());
      if (earlier != null) {
        throw key.wrong(
            "%s stands on line %d already: expected each model once".formatted(id, earlier));
      }
      overrides.add(override(id, entry.getValue()));
    }
    return overrides;
  }

  private static ModelOverride override(CanonicalId id, YamlNode value) throws ReferenceException {
    @Nullable List<Category> categories = null;
    Map<Category, Double> scores = Map.of();
    for (var field : value.mapping(FIELDS).entrySet()) {
      switch (field.getKey().text(FIELDS)) {
        case "categories" -> categories = categories(field.getValue());
        case "scores" -> scores = scores(field.getValue());
        default -> throw field.getKey().expected(FIELDS);
      }
    }
    return new ModelOverride(id, categories, scores);
  }

  private static List<Category> categories(YamlNode value) throws ReferenceException {
    Set<Category> categories = new LinkedHashSet<>();
    for (YamlNode item : value.list("a list of categories: " + Category.known())) {
      categories.add(category(item));
    }
    return List.copyOf(categories);
  }

  private static Map<Category, Double> scores(YamlNode value) throws ReferenceException {
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (var entry : value.mapping("a mapping of categories to scores").entrySet()) {
      double score = entry.getValue().number(SCORE);
      if (!(score >= 0 && score <= 100)) {
        throw entry.getValue().expected(SCORE);
      }
      scores.put(category(entry.getKey()), score);
    }
    return scores;
  }

  private static Category category(YamlNode node) throws ReferenceException {
    String expected = "one of " + Category.known();
    return Category.find(node.text(expected)).orElseThrow(() -> node.expected(expected));
  }
}
