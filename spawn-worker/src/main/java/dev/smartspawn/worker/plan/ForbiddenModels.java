package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;

/**
 * Recommends nothing, because no model may be called.
 *
 * @param why for people
 */
record ForbiddenModels(String why) implements Advisor {

  @Override
  public Advice best(ModelQuery query) {
    throw none();
  }

  @Override
  public Advice several(ModelQuery query, int count) {
    throw none();
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    throw none();
  }

  private NoModelException none() {
    return new NoModelException("no model may be called: " + why);
  }
}
