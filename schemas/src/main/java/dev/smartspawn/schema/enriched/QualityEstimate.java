package dev.smartspawn.schema.enriched;

/**
 * A model's estimated quality in a category, based on all measurements, with its uncertainty: where
 * a laboratory that nobody has heard would place the model. On the scale of {@code scores}, 0 to
 * 100.
 *
 * @param low one standard deviation below; rankings use it, so that evidence beats reputation
 * @param high one standard deviation above
 * @param sources how many sources measured it; 0 when it is estimated from release date and price
 *     alone
 * @param confidence 0 to 1: the probability that such a laboratory places the model within {@link
 *     #NEAR} points of the estimate
 */
public record QualityEstimate(
    double estimate, double low, double high, int sources, double confidence) {

  /** Points of a score on either side that {@code confidence} is about. */
  public static final double NEAR = 5;

  /**
   * The {@code confidence} of an interval.
   *
   * @param error one standard deviation
   */
  public static double confidenceAt(double error) {
    return error <= 0 ? 1 : 2 * NormalDistribution.atMost(NEAR / error) - 1;
  }

  /** Half the interval, one standard deviation. */
  public double error() {
    return (high - low) / 2;
  }
}
