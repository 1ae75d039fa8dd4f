package dev.smartspawn.enrich.rank;

import java.util.Arrays;

/** Middle and spread that a few wild values cannot move. */
final class Robust {

  /** Makes the median absolute deviation the standard deviation where errors are normal. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  private Robust() {}

  /** NaN when there is nothing. */
  static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Standard deviation by the median absolute deviation from the median. */
  static double deviation(double[] values) {
    double center = median(values);
    return MAD_TO_DEVIATION
        * median(Arrays.stream(values).map(value -> Math.abs(value - center)).toArray());
  }

  /**
   * Root mean square of errors after pulling those beyond three deviations in to three: tails
   * count, but no single one decides.
   *
   * @param freedom errors less fitted parameters; at least 1
   */
  static double rootMeanSquare(double[] errors, int freedom) {
    double limit = 3 * MAD_TO_DEVIATION * median(Arrays.stream(errors).map(Math::abs).toArray());
    double sum = 0;
    for (double error : errors) {
      double near = Math.min(Math.abs(error), limit);
      sum += near * near;
    }
    return Math.sqrt(sum / Math.max(1, freedom));
  }
}
