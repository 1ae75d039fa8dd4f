package dev.smartspawn.schema.enriched;

/** The standard normal distribution. */
final class NormalDistribution {

  /** Coefficients of Abramowitz and Stegun's formula 26.2.17; its error is below 1e-7. */
  private static final double SCALE = 0.2316419;

  private static final double[] COEFFICIENTS = {
    0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429
  };

  private NormalDistribution() {}

  static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The probability of at most {@code x}. */
  static double atMost(double x) {
    double t = 1 / (1 + SCALE * Math.abs(x));
    double sum = 0;
    for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
      sum = (sum + COEFFICIENTS[i]) * t;
    }
    double tail = density(x) * sum;
    return x < 0 ? tail : 1 - tail;
  }
}
