package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import org.jspecify.annotations.Nullable;

/**
 * A model chosen for a part of the work.
 *
 * @param reason why it was chosen, in the words of the service that chose it
 * @param limits absent when they are unknown
 */
public record PlannedModel(
    CanonicalId model, ModelPrice price, String reason, @Nullable ModelLimits limits) {

  /** A model without known limits. */
  public static PlannedModel of(CanonicalId model, ModelPrice price, String reason) {
    return new PlannedModel(model, price, reason, null);
  }

  public ModelLimits limitsOrUnknown() {
    return limits == null ? ModelLimits.UNKNOWN : limits;
  }

  public PlannedModel withLimits(ModelLimits other) {
    return new PlannedModel(model, price, reason, other);
  }

  public PlannedModel withPrice(ModelPrice other) {
    return new PlannedModel(model, other, reason, limits);
  }
}
