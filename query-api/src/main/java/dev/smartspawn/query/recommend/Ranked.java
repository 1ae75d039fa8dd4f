package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A model with what placed it.
 *
 * @param score the specification's, 0 to 100, in the category it was ranked for
 * @param estimate what it was ranked by; null where it was ranked by its score
 * @param confidence 0 to 1: how much evidence its place rests on
 */
public record Ranked(
    EnrichedModel model, double score, @Nullable QualityEstimate estimate, double confidence) {

  /**
   * Whoever has an estimate comes before whoever has none; then what is surely better, of two
   * equally sure the likelier better, then the cheaper, then by id.
   */
  static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparing(Ranked::isEstimated)
          .thenComparingDouble(Ranked::sure)
          .thenComparingDouble(Ranked::likely)
          .reversed()
          .thenComparingDouble(Ranked::usdPerMillion)
          .thenComparing(ranked -> ranked.model().id());

  public boolean isEstimated() {
    return estimate != null;
  }

  /** What it most likely is worth, 0 to 100: the estimate, or the score where there is none. */
  public double likely() {
    return estimate == null ? score : estimate.estimate();
  }

  /** What it is surely worth: an estimate's lower bound; a score knows no doubt. */
  double sure() {
    return estimate == null ? score : estimate.low();
  }

  /** Prompt and completion together. */
  double usdPerMillion() {
    return model.pricing().prompt() + model.pricing().completion();
  }
}
