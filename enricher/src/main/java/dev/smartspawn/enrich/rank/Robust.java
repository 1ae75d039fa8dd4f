package dev.smartspawn.enrich.rank;

import java.util.Arrays;

/** Middle and spread that a few wild values cannot move. */
public final class Robust {

  /** Makes the median absolute deviation the standard deviation where errors are normal. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  private Robust() {}

  /** NaN when there is nothing. */
  public static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] parted = values.clone();
    int middle = parted.length / 2;
    double upper = part(parted, middle);
    if (parted.length % 2 == 1) {
      return upper;
    }
    double lower = parted[0];
    for (int i = 1; i < middle; i++) {
      lower = Math.max(lower, parted[i]);
    }
    return (lower + upper) / 2;
  }

  /**
   * Hoare's selection, since medians of thousands of slopes are most of a ranking's time: moves
   * what is less than the value of rank {@code k} before it and what is more behind it.
   *
   * @return the value of rank {@code k}
   */
  private static double part(double[] values, int k) {
    int first = 0;
    int last = values.length - 1;
    while (first < last) {
      double pivot = values[(first + last) >>> 1];
      int left = first;
      int right = last;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swapped = values[left];
          values[left++] = values[right];
          values[right--] = swapped;
        }
      }
      if (k <= right) {
        last = right;
      } else if (k >= left) {
        first = left;
      } else {
        return values[k];
      }
    }
    return values[k];
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
