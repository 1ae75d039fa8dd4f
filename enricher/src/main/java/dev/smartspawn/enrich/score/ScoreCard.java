package dev.smartspawn.enrich.score;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.reference.ModelOverride;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model's categories, a score for each of them, and what it costs.
 *
 * @param categories in {@link Category}'s order
 * @param scores for exactly {@code categories}, 0 to 100
 * @param costEfficiency score over the price of a prompt and a completion token, per 1M; empty
 *     where there is no price, or none to pay
 */
public record ScoreCard(
    List<Category> categories, Map<Category, Double> scores, Map<Category, Double> costEfficiency) {

  /** Per 1M tokens; a lower price counts as free and gives no ratio. */
  private static final double LEAST_PRICE_USD = 1e-9;

  /**
   * @param derived the categories derived by rule
   * @param override replaces them and every formula
   */
  public static ScoreCard of(
      Scoring scoring, Set<Category> derived, @Nullable ModelOverride override, Pricing pricing) {
    Map<Category, Double> scores = new EnumMap<>(Category.class);
    for (Category category : categories(derived, override)) {
      @Nullable Double forced = override == null ? null : override.scores().get(category);
      scores.put(category, forced == null ? scoring.score(category) : forced);
    }
    return new ScoreCard(List.copyOf(scores.keySet()), scores, costEfficiency(scores, pricing));
  }

  /**
   * Forced categories replace all others. Without them, a forced score adds its category: a model
   * that is scored by hand is meant to be found there.
   */
  private static Set<Category> categories(Set<Category> derived, @Nullable ModelOverride override) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    if (override != null && override.categories() != null) {
      categories.addAll(override.categories());
      return categories;
    }
    categories.addAll(derived);
    if (override != null) {
      categories.addAll(override.scores().keySet());
    }
    return categories;
  }

  private static Map<Category, Double> costEfficiency(
      Map<Category, Double> scores, Pricing pricing) {
    Map<Category, Double> efficiency = new EnumMap<>(Category.class);
    double price = pricing.promptWithFee() + pricing.completion();
    if (price >= LEAST_PRICE_USD) {
      scores.forEach((category, score) -> efficiency.put(category, Decimal.rounded(score / price)));
    }
    return efficiency;
  }
}
