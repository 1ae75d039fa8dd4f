package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.spawn.PlannedModel;

/**
 * Where models and their prices are looked up.
 *
 * @param fallback used while the advisor cannot be reached
 * @param prices override the advisor's prices
 * @param limits override the advisor's limits
 */
public record ModelDirectory(
    Advisor advisor, FallbackModels fallback, OperatorPrices prices, OperatorLimits limits) {

  /** The model as the operator has described it. */
  public PlannedModel described(PlannedModel planned) {
    return limits.apply(prices.apply(planned));
  }
}
