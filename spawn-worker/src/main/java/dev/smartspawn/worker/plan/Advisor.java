package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;

/** Knows models. */
public interface Advisor {

  /**
   * The best model for the wish.
   *
   * @throws NoModelException when there is none
   * @throws AdvisorUnreachableException when it cannot be asked
   */
  Advice best(Wish wish);

  /**
   * Up to {@code count} models for the wish, of different makers as far as there are.
   *
   * @param count 1 to 5
   * @throws NoModelException when there is none
   * @throws AdvisorUnreachableException when it cannot be asked
   */
  Advice several(Wish wish, int count);

  /**
   * A model somebody named, with its price.
   *
   * @throws NoModelException when it is not known
   * @throws AdvisorUnreachableException when it cannot be asked
   */
  PlannedModel named(CanonicalId id);
}
