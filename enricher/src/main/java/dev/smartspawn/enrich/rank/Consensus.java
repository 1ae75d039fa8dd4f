package dev.smartspawn.enrich.rank;

import java.util.Arrays;
import java.util.List;

/**
 * Several uncertain values of one thing made one, each weighing by its precision. A value far from
 * the rest, measured in its own error, weighs less (as under Student's distribution), which also
 * leaves the result less certain: who contradicts widens the interval.
 *
 * @param shares of the values in the result, in their order; they sum to 1
 */
record Consensus(double value, double variance, List<Double> shares) {

  private static final int ROUNDS = 12;

  /**
   * @param freedom how soon a contradicted value loses its weight, see {@link
   *     RankingConstants#freedom}
   */
  static Consensus of(double[] values, double[] variances, double freedom) {
    double[] weights = new double[values.length];
    double value = weightedMedian(values, variances);
    for (int round = 0; round < ROUNDS; round++) {
      double precision = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        double off = (values[i] - value) * (values[i] - value) / variances[i];
        weights[i] = Math.min(1, (freedom + 1) / (freedom + off)) / variances[i];
        precision += weights[i];
        sum += weights[i] * values[i];
      }
      value = sum / precision;
    }
    double total = Arrays.stream(weights).sum();
    List<Double> shares = Arrays.stream(weights).map(weight -> weight / total).boxed().toList();
    return new Consensus(value, 1 / total, shares);
  }

  /** Where the reweighing starts: half of the precision lies on either side. */
  private static double weightedMedian(double[] values, double[] variances) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    double half = Arrays.stream(variances).map(variance -> 1 / variance).sum() / 2;
    double below = 0;
    for (int i : order) {
      below += 1 / variances[i];
      if (below >= half) {
        return values[i];
      }
    }
    return values[order[order.length - 1]];
  }
}
