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

  /** Points where nothing at all was measured: about the middle of today's models on an index. */
  private static final double UNMEASURED_WORLD = 20;

  /**
   * Dearer than all but this share of measured models promises nothing more: among the dearest a
   * price is what a fast lane or a name costs.
   */
  private static final double EDGE = 0.02;

  /** A model's price and age are usually about half a unit off the middle. */
  private static final double VARIANCE_OF_A_TRAIT = 0.25;

  /** Expected deviation without evidence, in spreads. */
  private static final double DEVIATION = 0.5;

  private final double[] coefficients;
  private final double deviation;
  private final double dearest;

  private Prior(double[] coefficients, double deviation, double dearest) {
    this.coefficients = coefficients;
    this.dearest = dearest;
    this.deviation = deviation;
  }

  /**
   * @param traits of measured models
   * @param points what they come to on the yardstick
   * @param spread of the yardstick
   * @param worth models that the expectation without evidence is worth
   */
  static Prior fit(List<double[]> traits, double[] points, double spread, double worth) {
    double[] expected = {
      UNMEASURED_WORLD, A_YEAR * spread, A_TENFOLD_PRICE * spread, REASONING * spread
    };
    double[][] rows = traits.toArray(double[][]::new);
    double[] fitted = Ridge.fit(rows, points, expected, worth * VARIANCE_OF_A_TRAIT);
    double[] errors = Ridge.errors(rows, points, fitted);
    return new Prior(fitted, deviation(errors, DEVIATION * spread, worth), dearest(rows));
  }

  /** Of measured models around what is expected of them, points. */
  double deviation() {
    return deviation;
  }

  /** Points expected of a model with these {@link Reputation#traits}. */
  double at(double[] traits) {
    double[] believed = traits.clone();
    believed[Reputation.PRICE] = Math.min(dearest, believed[Reputation.PRICE]);
    return Ridge.dot(coefficients, believed);
  }

  /** As if {@code worth} more models had shown the expected deviation. */
  private static double deviation(double[] errors, double expected, double worth) {
    if (errors.length == 0) {
      return expected;
    }
    double seen = Robust.rootMeanSquare(errors, errors.length);
    double squares = errors.length * seen * seen + worth * expected * expected;
    return Math.sqrt(squares / (errors.length + worth));
  }

  private static double dearest(double[][] rows) {
    double[] prices =
        Arrays.stream(rows).mapToDouble(row -> row[Reputation.PRICE]).sorted().toArray();
    return prices.length == 0
        ? Double.POSITIVE_INFINITY
        : prices[(int) Math.round((1 - EDGE) * (prices.length - 1))];
  }
}
