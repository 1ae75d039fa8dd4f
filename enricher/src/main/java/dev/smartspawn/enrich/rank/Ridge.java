package dev.smartspawn.enrich.rank;

import java.util.Arrays;

/**
 * A linear fit that outliers cannot pull and that few points cannot bend: errors beyond 1.5
 * deviations weigh less (Huber), and every coefficient but the first is drawn to an expectation as
 * if a few more points had confirmed it.
 */
final class Ridge {

  private static final double HUBER_LIMIT = 1.5;
  private static final int ROUNDS = 12;

  private Ridge() {}

  /**
   * @param rows a point each, its first entry 1
   * @param expected what a coefficient is without any evidence; the first is not drawn to it unless
   *     there are no points
   * @param points worth of the expectation, in points of unit variance
   */
  static double[] fit(double[][] rows, double[] y, double[] expected, double points) {
    if (rows.length == 0) {
      return expected.clone();
    }
    double[] weights = new double[rows.length];
    Arrays.fill(weights, 1);
    double[] coefficients = expected;
    for (int round = 0; round < ROUNDS; round++) {
      coefficients = weighted(rows, y, weights, expected, points);
      reweigh(weights, errors(rows, y, coefficients));
    }
    return coefficients;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double[] errors(double[][] rows, double[] y, double[] coefficients) {
    double[] errors = new double[y.length];
    Arrays.setAll(errors, i -> y[i] - dot(rows[i], coefficients));
    return errors;
  }

  private static void reweigh(double[] weights, double[] errors) {
    double limit = HUBER_LIMIT * Robust.deviation(errors);
    for (int i = 0; i < weights.length; i++) {
      double error = Math.abs(errors[i]);
      weights[i] = error <= limit || error == 0 ? 1 : limit / error;
    }
    if (limit == 0) {
      Arrays.fill(weights, 1);
    }
  }

  private static double[] weighted(
      double[][] rows, double[] y, double[] weights, double[] expected, double points) {
    int k = expected.length;
    double[][] system = new double[k][k + 1];
    for (int i = 1; i < k; i++) {
      system[i][i] = points;
      system[i][k] = points * expected[i];
    }
    for (int p = 0; p < rows.length; p++) {
      for (int i = 0; i < k; i++) {
        double pull = weights[p] * rows[p][i];
        for (int j = 0; j < k; j++) {
          system[i][j] += pull * rows[p][j];
        }
        system[i][k] += pull * y[p];
      }
    }
    return solved(system);
  }

  /** Gauss' elimination; the system is positive definite, so no pivot is zero. */
  private static double[] solved(double[][] system) {
    int k = system.length;
    for (int pivot = 0; pivot < k; pivot++) {
      for (int row = pivot + 1; row < k; row++) {
        double factor = system[row][pivot] / system[pivot][pivot];
        for (int column = pivot; column <= k; column++) {
          system[row][column] -= factor * system[pivot][column];
        }
      }
    }
    double[] solution = new double[k];
    for (int row = k - 1; row >= 0; row--) {
      double rest = system[row][k];
      for (int column = row + 1; column < k; column++) {
        rest -= system[row][column] * solution[column];
      }
      solution[row] = rest / system[row][row];
    }
    return solution;
  }
}
