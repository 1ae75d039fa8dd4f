package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.function.Predicate;

/**
 * Where models and their prices are looked up.
 *
 * @param fallback used while the advisor cannot be reached
 * @param prices override the advisor's prices
 * @param limits override the advisor's limits
 */
public record ModelDirectory(
    Advisor advisor, FallbackModels fallback, OperatorPrices prices, OperatorLimits limits) {

  /**
   * The same for some models only.
   *
   * @param why for people, why the others are not allowed
   */
  public ModelDirectory allowing(Predicate<CanonicalId> allowed, String why) {
    return new ModelDirectory(
        new AllowedModels(advisor, allowed, why),
        fallback.allowing(allowed, why),
        prices.allowing(allowed),
        limits);
  }

  /**
   * The same for no model at all.
   *
   * @param why for people
   */
  public ModelDirectory forbidding(String why) {
    return new ModelDirectory(
        new ForbiddenModels(why),
        fallback.allowing(any -> false, why),
        OperatorPrices.NONE,
        limits);
  }

  /** The model as the operator has described it. */
  public PlannedModel described(PlannedModel planned) {
    return limits.apply(prices.apply(planned));
  }
}
