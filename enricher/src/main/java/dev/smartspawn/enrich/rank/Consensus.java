package dev.smartspawn.enrich.rank;

import java.util.Arrays;
import java.util.List;

/**
 * Several uncertain values of one thing made one, each weighing by its precision. A value far from
 * the rest, measured in its own error, weighs less (as under Student's distribution), which also
 * leaves the result less certain: who contradicts widens the interval.
 *
 * <p>Which values are far from the rest depends on where the thing is. Every place counts by how
 * likely it is, so the result follows the values smoothly: two that contradict each other share it,
 * and no small change decides for one of them.
 *
 * @param shares of the values in the result, in their order; they sum to 1
 */
record Consensus(double value, double variance, List<Double> shares) {

  /** Where the thing may be, in a value's errors from it. */
  private static final double[] PLACES = {-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3};

  /**
   * @param freedom how soon a contradicted value loses its weight, see {@link
   *     RankingConstants#freedom}
   */
  static Consensus of(double[] values, double[] variances, double freedom) {
    double[] places = places(values, variances);
    Sum sum = new Sum(values, variances, freedom);
    for (int i = 0; i < places.length; i++) {
      double before = places[Math.max(0, i - 1)];
      double after = places[Math.min(places.length - 1, i + 1)];
      sum.add(places[i], after - before);
    }
    return sum.consensus();
  }

  private static double[] places(double[] values, double[] variances) {
    double[] places = new double[values.length * PLACES.length];
    for (int i = 0; i < values.length; i++) {
      double error = Math.sqrt(variances[i]);
      for (int j = 0; j < PLACES.length; j++) {
        places[i * PLACES.length + j] = values[i] + PLACES[j] * error;
      }
    }
    Arrays.sort(places);
    return places;
  }

  /** An integral over the places. */
  private static final class Sum {

    private final double[] values;
    private final double[] variances;
    private final double freedom;
    private final double[] weights;
    private final double[] shares;
    private double likelihoods;
    private double means;
    private double squares;
    private double precisions;

    Sum(double[] values, double[] variances, double freedom) {
      this.values = values;
      this.variances = variances;
      this.freedom = freedom;
      this.weights = new double[values.length];
      this.shares = new double[values.length];
    }

    void add(double place, double width) {
      double near = 0;
      double far = 1;
      double precision = 0;
      double mean = 0;
      for (int i = 0; i < values.length; i++) {
        double off = (values[i] - place) * (values[i] - place) / variances[i];
        double kept = Math.min(1, (freedom + 1) / (freedom + off));
        near += Math.min(1, off);
        far *= kept;
        weights[i] = kept / variances[i];
        precision += weights[i];
        mean += weights[i] * values[i];
      }
      mean /= precision;
      double likelihood = width * Math.exp(-near / 2) * Math.pow(far, (freedom + 1) / 2);
      for (int i = 0; i < values.length; i++) {
        shares[i] += likelihood * weights[i] / precision;
      }
      likelihoods += likelihood;
      means += likelihood * mean;
      squares += likelihood * mean * mean;
      precisions += likelihood * precision;
    }

    /** What the places differ by adds to the variance. */
    Consensus consensus() {
      double value = means / likelihoods;
      double between = Math.max(0, squares / likelihoods - value * value);
      List<Double> parts = Arrays.stream(shares).map(share -> share / likelihoods).boxed().toList();
      return new Consensus(value, likelihoods / precisions + between, parts);
    }
  }
}
