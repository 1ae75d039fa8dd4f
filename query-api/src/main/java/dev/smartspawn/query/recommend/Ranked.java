package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A model with what placed it.
 *
 * @param score the specification's, 0 to 100, in the category it was ranked for
 * @param estimate the estimate it was ranked by; null if it was ranked by its score
 * @param confidence 0 to 1: how much evidence its place rests on
 */
public record Ranked(
    EnrichedModel model, double score, @Nullable QualityEstimate estimate, double confidence) {

  /** Models with an estimate first; then by lower bound, by estimate, by price, by id. */
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::isEstimated)
          .thenComparingDouble(Ranked::sure)
          .thenComparingDouble(Ranked::likely)
          .reversed()
          .thenComparingDouble(Ranked::usdPerMillion)
          .thenComparing(ranked -> ranked.model().id());

  /**
   * Whether it ranks behind the other one. It may come first all the same, as the answer so far.
   */
  boolean isBehind(Ranked other) {
    return BEST_FIRST.compare(this, other) > 0;
  }

  public boolean isEstimated() {
    return estimate != null;
  }

  /** Its most likely quality, 0 to 100: the estimate, or the score if there is none. */
  public double likely() {
    return estimate == null ? score : estimate.estimate();
  }

  /** The lower bound of its quality; a score has no interval. */
  double sure() {
    return estimate == null ? score : estimate.low();
  }

  /** Prompt and completion together. */
  double usdPerMillion() {
    return model.pricing().promptWithFee() + model.pricing().completion();
  }
}
