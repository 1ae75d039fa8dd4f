package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Prices the operator has set. They override all others. */
public record OperatorPrices(Map<CanonicalId, ListPrice> prices) {

  public static final OperatorPrices NONE = new OperatorPrices(Map.of());

  public OperatorPrices {
    prices = Map.copyOf(prices);
  }

  public Optional<ModelPrice> of(CanonicalId id) {
    return listed(id).map(ListPrice::price);
  }

  /** The price with its line in the file. */
  public Optional<ListPrice> listed(CanonicalId id) {
    return Optional.ofNullable(prices.get(id));
  }

  /** Those of some models only. */
  OperatorPrices allowing(Predicate<CanonicalId> allowed) {
    Map<CanonicalId, ListPrice> some = new HashMap<>(prices);
    some.keySet().removeIf(allowed.negate());
    return new OperatorPrices(some);
  }

  public PlannedModel apply(PlannedModel planned) {
    return listed(planned.model())
        .map(own -> planned.withPrice(own.price(), own.from()))
        .orElse(planned);
  }
}
