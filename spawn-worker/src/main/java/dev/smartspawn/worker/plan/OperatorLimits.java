package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.Map;

/** Limits the operator has set. They override all others. */
public record OperatorLimits(Map<CanonicalId, ModelLimits> limits) {

  public static final OperatorLimits NONE = new OperatorLimits(Map.of());

  public OperatorLimits {
    limits = Map.copyOf(limits);
  }

  public PlannedModel apply(PlannedModel planned) {
    ModelLimits set = limits.get(planned.model());
    return set == null ? planned : planned.withLimits(set.or(planned.limitsOrUnknown()));
  }
}
