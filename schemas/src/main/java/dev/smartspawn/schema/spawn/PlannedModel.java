package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.price.ModelPrice;
import org.jspecify.annotations.Nullable;

/**
 * A model chosen for a part of the work.
 *
 * @param reason why it was chosen, in the words of the service that chose it
 * @param limits absent when they are unknown
 * @param priceFrom where the price is written down; absent when it is unknown
 */
public record PlannedModel(
    CanonicalId model,
    ModelPrice price,
    String reason,
    @Nullable ModelLimits limits,
    @Nullable PriceReference priceFrom) {

  /** A model without known limits. */
  public static PlannedModel of(CanonicalId model, ModelPrice price, String reason) {
    return new PlannedModel(model, price, reason, null, null);
  }

  public ModelLimits limitsOrUnknown() {
    return limits == null ? ModelLimits.UNKNOWN : limits;
  }

  public PlannedModel withLimits(ModelLimits other) {
    return new PlannedModel(model, price, reason, other, priceFrom);
  }

  /** The same at another price. */
  public PlannedModel withPrice(ModelPrice other, @Nullable PriceReference from) {
    return new PlannedModel(model, other, reason, limits, from);
  }
}
