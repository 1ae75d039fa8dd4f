package dev.smartspawn.enrich.publication;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of an enriched model whose changes are reported.
 *
 * @param prompt USD per 1M tokens
 * @param completion USD per 1M tokens
 * @param estimates the estimates themselves, without their intervals
 * @param evidence a digest that differs if any of the model's own numbers does; absent in values
 *     from before there was evidence
 */
public record ReportedValues(
    Map<Category, Double> scores,
    double prompt,
    double completion,
    Map<Category, Double> estimates,
    @Nullable String evidence) {

  public ReportedValues {
    estimates = estimates == null ? Map.of() : estimates;
  }

  static ReportedValues of(EnrichedModel model) {
    Map<Category, Double> estimates = new EnumMap<>(Category.class);
    model.estimates().forEach((category, found) -> estimates.put(category, found.estimate()));
    return new ReportedValues(
        model.scores(),
        model.pricing().prompt(),
        model.pricing().completion(),
        estimates,
        digest(model.evidence()));
  }

  /** Where a number was found and when it was pulled do not count as a change. */
  private static String digest(List<Evidence> evidence) {
    StringBuilder numbers = new StringBuilder();
    for (Evidence number : evidence) {
      numbers
          .append(number.metric())
          .append('|')
          .append(number.raw())
          .append('|')
          .append(number.effort())
          .append('|')
          .append(number.sourceId())
          .append('\n');
    }
    return UUID.nameUUIDFromBytes(numbers.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
