package dev.smartspawn.schema.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import org.jspecify.annotations.Nullable;

/**
 * A model chosen for a part of the work.
 *
 * @param reason why it was chosen, as the one that chose it says
 * @param limits absent where nothing is known of them
 */
public record PlannedModel(
    CanonicalId model, ModelPrice price, String reason, @Nullable ModelLimits limits) {

  /** A model of which no limits are known. */
  public static PlannedModel of(CanonicalId model, ModelPrice price, String reason) {
    return new PlannedModel(model, price, reason, null);
  }

  public ModelLimits limitsOrUnknown() {
    return limits == null ? ModelLimits.UNKNOWN : limits;
  }

  public PlannedModel withPrice(ModelPrice other) {
    return new PlannedModel(model, other, reason, limits);
  }
}
