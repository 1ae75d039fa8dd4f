package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a metric's figures read on a category's yardstick, learned from the models that have both.
 *
 * @param line from the metric's own unit to points of the yardstick
 * @param residual standard deviation of the yardstick around the line, points
 * @param models how many have both
 */
record Calibration(Metric metric, TheilSen line, double residual, int models) {

  /** Fewer say more about themselves than about the metric. */
  static final int FEWEST_MODELS = 8;

  /** Intercept and slope. */
  private static final int FITTED = 2;

  /**
   * Empty when too few models have both, or when the metric does not rise with the yardstick: then
   * it measures something else.
   */
  static Optional<Calibration> fit(Metric metric, double[] figures, double[] points) {
    if (figures.length < FEWEST_MODELS) {
      return Optional.empty();
    }
    return TheilSen.through(figures, points)
        .filter(line -> line.slope() > 0)
        .map(
            line -> new Calibration(metric, line, residual(line, figures, points), figures.length));
  }

  /** The yardstick itself. */
  static Calibration identity(Metric yardstick, int models) {
    double zero = yardstick.toPoints(0);
    TheilSen line = new TheilSen(zero, yardstick.toPoints(1) - zero);
    return new Calibration(yardstick, line, 0, models);
  }

  private static double residual(TheilSen line, double[] figures, double[] points) {
    double[] errors = new double[figures.length];
    Arrays.setAll(errors, i -> points[i] - line.at(figures[i]));
    return Robust.rootMeanSquare(errors, errors.length - FITTED);
  }
}
