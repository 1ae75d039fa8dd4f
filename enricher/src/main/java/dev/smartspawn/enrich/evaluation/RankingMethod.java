package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.schema.enriched.Category;
import java.util.Collection;

/** A way to order models, so that one can be held against another. */
@FunctionalInterface
public interface RankingMethod {

  /** Learns what there is to learn from a population. */
  Learned over(Collection<MeasuredModel> population);

  /** What an ordering goes by. */
  @FunctionalInterface
  interface Learned {
    /** The more, the better; any scale. */
    double merit(MeasuredModel model, Category category);
  }

  /** This room's order. */
  static RankingMethod byLowerBound() {
    return population -> byLowerBound(QualityRanking.of(population));
  }

  /** The order of a ranking that is there already. */
  static Learned byLowerBound(QualityRanking ranking) {
    return (model, category) ->
        ranking.estimate(model.id(), category).map(Estimate::low).orElse(Double.NaN);
  }
}
