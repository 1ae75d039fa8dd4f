package dev.smartspawn.enrich.rank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * A straight line through points, a quarter of which may be wild: the median of the slopes between
 * pairs of points.
 */
public record TheilSen(double intercept, double slope) {

  /**
   * Each point is paired with at most this many others, evenly spread along x. Up to 21 points
   * these are all pairs; beyond, the cost grows with the points and not with their square.
   */
  private static final int PARTNERS = 20;

  /** The line's value. */
  public double at(double x) {
    return intercept + slope * x;
  }

  /**
   * The line that treats both sides alike, neither being the truth: its slope is the geometric mean
   * of the slope seen from x and the one seen from y. (A regression of y on x is flatter the
   * noisier x is: it would pull the best models down before any other evidence is heard.)
   *
   * @return empty unless y rises with x; the points' order does not matter
   */
  public static Optional<TheilSen> through(double[] x, double[] y) {
    double upwards = slope(x, y);
    double sideways = slope(y, x);
    if (!(upwards > 0 && sideways > 0)) {
      return Optional.empty();
    }
    double slope = Math.sqrt(upwards / sideways);
    double[] intercepts = new double[x.length];
    Arrays.setAll(intercepts, i -> y[i] - slope * x[i]);
    return Optional.of(new TheilSen(Robust.median(intercepts), slope));
  }

  /** Median slope of y over x; NaN when all points share one x. */
  private static double slope(double[] x, double[] y) {
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
    return Robust.median(slopes(x, y, order));
  }

  private static double[] slopes(double[] x, double[] y, Integer[] order) {
    int n = order.length;
    int partners = Math.min(PARTNERS, n - 1);
    double[] slopes = new double[n * Math.max(0, partners)];
    int found = 0;
    for (int step = 1; step <= partners; step++) {
      int distance = (int) ((long) step * (n - 1) / partners);
      for (int i = 0; i + distance < n; i++) {
        double run = x[order[i + distance]] - x[order[i]];
        if (run > 0) {
          slopes[found++] = (y[order[i + distance]] - y[order[i]]) / run;
        }
      }
    }
    return Arrays.copyOf(slopes, found);
  }
}
