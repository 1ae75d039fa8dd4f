package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.List;
import java.util.Optional;

/** The models that may be tried for a part, one after the other. */
public interface Candidates {

  /** The best model that has not been tried; empty when none is left. */
  Optional<PlannedModel> next(List<CanonicalId> tried);

  /** Only these models. */
  static Candidates of(List<PlannedModel> models) {
    return tried -> models.stream().filter(planned -> !tried.contains(planned.model())).findFirst();
  }
}
