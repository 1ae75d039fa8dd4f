package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.Map;
import java.util.Optional;

/** Prices an operator has set, which hold before all others. */
public record PriceLines(Map<CanonicalId, ModelPrice> prices) {

  public static final PriceLines NONE = new PriceLines(Map.of());

  public PriceLines {
    prices = Map.copyOf(prices);
  }

  public Optional<ModelPrice> of(CanonicalId id) {
    return Optional.ofNullable(prices.get(id));
  }

  public PlannedModel apply(PlannedModel planned) {
    return of(planned.model())
        .map(price -> new PlannedModel(planned.model(), price, planned.reason()))
        .orElse(planned);
  }
}
