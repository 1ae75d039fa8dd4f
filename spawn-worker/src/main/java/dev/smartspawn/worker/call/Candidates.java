package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The models that may be tried for a part, one after the other. */
public interface Candidates {

  /** So many models are looked at, and no more. */
  int MOST_SEEN = 24;

  /** The best model that has not been tried; empty when none is left. */
  Optional<PlannedModel> next(List<CanonicalId> tried);

  /** Only those that meet the condition. */
  default Candidates where(Predicate<PlannedModel> condition) {
    return tried -> {
      List<CanonicalId> seen = new ArrayList<>(tried);
      Optional<PlannedModel> next = next(seen);
      while (next.isPresent() && !condition.test(next.get())) {
        seen.add(next.get().model());
        next = seen.size() < MOST_SEEN ? next(seen) : Optional.empty();
      }
      return next;
    };
  }

  /** Only those that come before this model. */
  default Candidates before(CanonicalId last) {
    return tried -> next(tried).filter(candidate -> !candidate.model().equals(last));
  }

  /** Only these models. */
  static Candidates of(List<PlannedModel> models) {
    return tried -> models.stream().filter(planned -> !tried.contains(planned.model())).findFirst();
  }
}
