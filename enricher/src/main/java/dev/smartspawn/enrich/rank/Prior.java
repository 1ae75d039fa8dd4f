package dev.smartspawn.enrich.rank;

import java.util.Arrays;
import java.util.List;

/** Where a model is expected before anything is measured, learned from those that were measured. */
final class Prior {

  /**
   * Without any evidence, in spreads of the yardstick: half a spread better a year, half a spread a
   * tenfold price, a quarter for reasoning. They only matter where hardly anything was measured.
   */
  private static final double A_YEAR = 0.5;

  private static final double A_TENFOLD_PRICE = 0.5;
  private static final double REASONING = 0.25;

  /** Points where nothing at all was measured: the baseline of a standard model. */
  private static final double UNMEASURED_WORLD = 20;

  /** The expectation is worth this many models. */
  private static final double WORTH = 4;

  /**
   * Beyond what all but this share of measured models show, a trait says nothing more: a price
   * three times that of the dearest measured model promises nothing.
   */
  private static final double EDGE = 0.02;

  /** Expected deviation without evidence, in spreads. */
  private static final double DEVIATION = 0.5;

  private final double[] coefficients;
  private final double deviation;
  private final double[] least;
  private final double[] most;

  private Prior(double[] coefficients, double deviation, double[] least, double[] most) {
    this.coefficients = coefficients;
    this.least = least;
    this.most = most;
    this.deviation = deviation;
  }

  /**
   * @param traits of measured models
   * @param points what they come to on the yardstick
   * @param spread of the yardstick
   */
  static Prior fit(List<double[]> traits, double[] points, double spread) {
    double[] expected = {
      UNMEASURED_WORLD, A_YEAR * spread, A_TENFOLD_PRICE * spread, REASONING * spread
    };
    double[][] rows = traits.toArray(double[][]::new);
    // Price and age vary by about half a unit among models: a quarter of a point each.
    double[] fitted = Ridge.fit(rows, points, expected, WORTH / 4);
    double[] errors = Ridge.errors(rows, points, fitted);
    double seen = Robust.rootMeanSquare(errors, 1);
    double imagined = DEVIATION * spread;
    double n = points.length;
    double variance =
        n == 0
            ? imagined * imagined
            : (seen * seen + WORTH * imagined * imagined) / (n + WORTH - 1);
    return new Prior(fitted, Math.sqrt(variance), quantiles(rows, EDGE), quantiles(rows, 1 - EDGE));
  }

  /** Of measured models around what is expected of them, points. */
  double deviation() {
    return deviation;
  }

  /** Points expected of a model with these {@link Reputation#traits}. */
  double at(double[] traits) {
    double[] within = traits.clone();
    for (int i = 0; i < Math.min(within.length, least.length); i++) {
      within[i] = Math.max(least[i], Math.min(most[i], within[i]));
    }
    return Ridge.dot(coefficients, within);
  }

  /** Of each trait; empty where there are no rows, and so nothing to stay within. */
  private static double[] quantiles(double[][] rows, double share) {
    double[] quantiles = new double[rows.length == 0 ? 0 : rows[0].length];
    Arrays.setAll(
        quantiles,
        trait ->
            Arrays.stream(rows)
                .mapToDouble(row -> row[trait])
                .sorted()
                .toArray()[(int) Math.round(share * (rows.length - 1))]);
    return quantiles;
  }
}
