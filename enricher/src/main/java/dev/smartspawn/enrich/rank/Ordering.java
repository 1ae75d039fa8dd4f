package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.enriched.Category;
import java.util.Collection;

/** A way to order models, so that one can be held against another. */
@FunctionalInterface
public interface Ordering {

  /** Learns what there is to learn from a population. */
  Learned over(Collection<Measured> population);

  /** What an ordering goes by. */
  @FunctionalInterface
  interface Learned {
    /** The more, the better; any scale. */
    double merit(Measured model, Category category);
  }

  /** This room's order. */
  static Ordering byLowerBound() {
    return population -> byLowerBound(Ranking.of(population));
  }

  /** The order of a ranking that is there already. */
  static Learned byLowerBound(Ranking ranking) {
    return (model, category) ->
        ranking.estimate(model.id(), category).map(Estimate::low).orElse(Double.NaN);
  }
}
