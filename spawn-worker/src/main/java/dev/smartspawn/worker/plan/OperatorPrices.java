package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Prices the operator has set. They override all others. */
public record OperatorPrices(Map<CanonicalId, ModelPrice> prices) {

  public static final OperatorPrices NONE = new OperatorPrices(Map.of());

  public OperatorPrices {
    prices = Map.copyOf(prices);
  }

  public Optional<ModelPrice> of(CanonicalId id) {
    return Optional.ofNullable(prices.get(id));
  }

  /** Those of some models only. */
  OperatorPrices allowing(Predicate<CanonicalId> allowed) {
    Map<CanonicalId, ModelPrice> some = new HashMap<>(prices);
    some.keySet().removeIf(allowed.negate());
    return new OperatorPrices(some);
  }

  public PlannedModel apply(PlannedModel planned) {
    return of(planned.model()).map(planned::withPrice).orElse(planned);
  }
}
