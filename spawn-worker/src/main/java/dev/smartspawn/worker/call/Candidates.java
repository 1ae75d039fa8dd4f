package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.List;
import java.util.Optional;

/** Who may do a part of the work, one after the other. */
public interface Candidates {

  /** The best that has not been tried; empty when there is none left. */
  Optional<PlannedModel> next(List<CanonicalId> tried);

  /** These and no others. */
  static Candidates of(List<PlannedModel> models) {
    return tried -> models.stream().filter(planned -> !tried.contains(planned.model())).findFirst();
  }
}
