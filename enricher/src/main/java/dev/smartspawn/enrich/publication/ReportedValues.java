package dev.smartspawn.enrich.publication;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of an enriched model as they were last reported. A score or an estimate that moved by
 * less than its error since then keeps the value that was reported, so small steps add up.
 *
 * @param prompt USD per 1M tokens
 * @param completion USD per 1M tokens
 * @param estimates the estimates themselves, without their intervals
 * @param capabilities absent in values from before capabilities were reported
 */
public record ReportedValues(
    Map<Category, Double> scores,
    double prompt,
    double completion,
    Map<Category, Double> estimates,
    @Nullable Capabilities capabilities) {

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
        model.capabilities());
  }

  /** These values, with the category's score and estimate as they were in {@code reported}. */
  ReportedValues keeping(Category category, ReportedValues reported) {
    return new ReportedValues(
        keeping(scores, category, reported.scores),
        prompt,
        completion,
        keeping(estimates, category, reported.estimates),
        capabilities);
  }

  private static Map<Category, Double> keeping(
      Map<Category, Double> values, Category category, Map<Category, Double> reported) {
    Map<Category, Double> kept = new EnumMap<>(Category.class);
    kept.putAll(values);
    @Nullable Double value = reported.get(category);
    if (value == null) {
      kept.remove(category);
    } else {
      kept.put(category, value);
    }
    return kept;
  }
}
