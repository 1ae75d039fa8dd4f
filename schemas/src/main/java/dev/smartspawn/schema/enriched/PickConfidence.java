package dev.smartspawn.schema.enriched;

import java.util.Collection;

/**
 * The probability that none of a chosen model's rivals is better by more than {@link #MARGIN}, as a
 * laboratory that nobody has heard would place them.
 *
 * <p>The chosen model's error is shared by all comparisons; a rival adds a small error of its own.
 * The estimates are drawn to the prior already, so their differences count in full. The evaluation
 * checks over random halves of the models that what is stated is what is observed.
 */
public final class PickConfidence {

  /** Points of a score. A smaller difference between two models is hardly noticed. */
  public static final double MARGIN = 2;

  /**
   * In errors of the rival. Most of an error is shared by the models that the same laboratories
   * measured. Chosen on recorded days with and without LMArena's data set.
   */
  private static final double RIVAL_ERROR = 0.15;

  /** The integral runs over this many standard deviations on either side, in these steps. */
  private static final double REACH = 3.5;

  private static final double STEP = 0.25;

  private static final double LEAST_ERROR = 1e-6;
  private static final double NEGLIGIBLE = 1e-6;
  private static final double CENTS = 100;

  private PickConfidence() {}

  /**
   * @param rivals without the chosen one
   * @return 0 to 1, rounded to hundredths; 1 without rivals
   */
  public static double of(QualityEstimate chosen, Collection<QualityEstimate> rivals) {
    double sum = 0;
    double weights = 0;
    for (double z = -REACH; z <= REACH; z += STEP) {
      double weight = NormalDistribution.density(z);
      weights += weight;
      sum += weight * noneBetter(chosen, rivals, chosen.error() * z);
    }
    return Math.round(CENTS * sum / weights) / CENTS;
  }

  /**
   * @param shift of the chosen model, points
   */
  private static double noneBetter(
      QualityEstimate chosen, Collection<QualityEstimate> rivals, double shift) {
    double probability = 1;
    for (QualityEstimate rival : rivals) {
      double lead = chosen.estimate() - rival.estimate() + shift;
      double error = Math.max(LEAST_ERROR, RIVAL_ERROR * rival.error());
      probability *= NormalDistribution.atMost((MARGIN + lead) / error);
      if (probability < NEGLIGIBLE) {
        return 0;
      }
    }
    return probability;
  }
}
