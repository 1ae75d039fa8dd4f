package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.enriched.Category;
import java.util.List;

/** From points of a yardstick to the scores that are shown: {@code (points + 100) / 2}. */
final class Scale {

  /** What fast-cheap gives up for a price ten times as high, in score points. */
  private static final double A_TENFOLD_PRICE = 5;

  /** USD per 1M tokens, blended; below it nobody minds the price. */
  private static final double NEGLIGIBLE_PRICE = 0.1;

  private Scale() {}

  static Estimate estimate(
      Category category,
      MeasuredModel model,
      double points,
      double halfWidth,
      double expected,
      List<Contribution> evidence) {
    double price = category == Category.FAST_CHEAP ? pricePaid(model) : 0;
    return new Estimate(
        clamped(score(points) - price),
        clamped(score(points - halfWidth) - price),
        clamped(score(points + halfWidth) - price),
        clamped(score(expected) - price),
        evidence);
  }

  static Contribution contribution(LaboratoryValue said, double share) {
    return new Contribution(
        said.laboratory(),
        said.metrics(),
        clamped(score(said.points())),
        Math.sqrt(said.variance()) / 2,
        share);
  }

  private static double pricePaid(MeasuredModel model) {
    double price = Math.max(NEGLIGIBLE_PRICE, model.blendedPrice());
    return A_TENFOLD_PRICE * Math.log10(price / NEGLIGIBLE_PRICE);
  }

  private static double score(double points) {
    return (points + 100) / 2;
  }

  private static double clamped(double score) {
    return Math.max(0, Math.min(100, score));
  }
}
