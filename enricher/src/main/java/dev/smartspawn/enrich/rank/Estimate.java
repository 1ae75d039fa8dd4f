package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.Comparator;
import java.util.List;

/**
 * How good a model is in a category, and how sure that is: where a laboratory that nobody has heard
 * would place it. On the specification's scale: an index of Artificial Analysis as {@code (index +
 * 100) / 2}, so that 50 is as good as random and 75 about the frontier of early 2026.
 *
 * @param estimate 0 to 100
 * @param low one standard deviation below: the order goes by it
 * @param high one standard deviation above
 * @param expected what release, price and reasoning alone would have made one expect
 * @param evidence what was measured, weightiest first; empty where the model is placed by
 *     expectation alone
 */
public record Estimate(
    double estimate, double low, double high, double expected, List<Contribution> evidence) {

  /** What is surely better first; of two equally sure, the likelier better. */
  public static final Comparator<Estimate> BEST_FIRST =
      Comparator.comparingDouble(Estimate::low).thenComparingDouble(Estimate::estimate).reversed();

  public Estimate {
    evidence = List.copyOf(evidence);
  }

  /** How many laboratories spoke. */
  public int sources() {
    return evidence.size();
  }

  public boolean measured() {
    return !evidence.isEmpty();
  }

  /** Half the interval, in score points. */
  public double error() {
    return (high - low) / 2;
  }

  /** See {@link QualityEstimate#confidence}. */
  public double confidence() {
    return QualityEstimate.confidenceAt(error());
  }

  /** As it crosses a topic. */
  public QualityEstimate quality() {
    return new QualityEstimate(
        Decimal.rounded(estimate),
        Decimal.rounded(low),
        Decimal.rounded(high),
        sources(),
        Decimal.rounded(confidence()));
  }
}
