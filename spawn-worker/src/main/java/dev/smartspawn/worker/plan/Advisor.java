package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;

/** Recommends models. */
public interface Advisor {

  /**
   * The best model for the query.
   *
   * @throws NoModelException when no model meets the query
   * @throws AdvisorUnreachableException when the advisor does not answer
   */
  Advice best(ModelQuery query);

  /**
   * Up to {@code count} models for the query, from different makers where possible.
   *
   * @param count 1 to 5
   * @throws NoModelException when no model meets the query
   * @throws AdvisorUnreachableException when the advisor does not answer
   */
  Advice several(ModelQuery query, int count);

  /**
   * The model with this id, with its price.
   *
   * @throws NoModelException when the model is unknown
   * @throws AdvisorUnreachableException when the advisor does not answer
   */
  PlannedModel named(CanonicalId id);
}
