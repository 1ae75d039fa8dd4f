package dev.smartspawn.schema.reference;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of data/seed-overrides.yaml. It takes precedence over every derived value.
 *
 * @param categories replace the derived categories, when given
 * @param scores 0 to 100; a category without an entry keeps its derived score
 */
public record ModelOverride(
    CanonicalId canonicalId, @Nullable List<Category> categories, Map<Category, Double> scores) {

  public ModelOverride {
    if (canonicalId == null) {
      throw new IllegalArgumentException("'canonicalId' is missing");
    }
    categories = categories == null ? null : List.copyOf(categories);
    scores = scores == null ? Map.of() : Map.copyOf(scores);
    scores.forEach(ModelOverride::requireScore);
  }

  private static void requireScore(Category category, Double score) {
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException(
          "score of '%s' is %s: expected a number from 0 to 100".formatted(category, score));
    }
  }
}
