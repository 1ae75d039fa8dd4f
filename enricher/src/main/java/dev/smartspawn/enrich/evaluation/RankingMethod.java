package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.schema.enriched.Category;
import java.util.Collection;

/** A way to rank models. Two of them can be compared. */
@FunctionalInterface
public interface RankingMethod {

  /** Fits the method to a population. */
  Learned over(Collection<MeasuredModel> population);

  /** A method fitted to a population. */
  @FunctionalInterface
  interface Learned {
    /** The more, the better; any scale. */
    double merit(MeasuredModel model, Category category);
  }

  /** The project's own ranking. */
  static RankingMethod byLowerBound() {
    return population -> byLowerBound(QualityRanking.of(population));
  }

  /** The order of a given ranking. */
  static Learned byLowerBound(QualityRanking ranking) {
    return (model, category) ->
        ranking.estimate(model.id(), category).map(Estimate::low).orElse(Double.NaN);
  }
}
