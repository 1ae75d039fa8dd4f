package dev.smartspawn.enrich.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A figure of a sample with its 95 % bootstrap interval: how it would spread if other models had
 * been measured.
 */
public record Interval(double value, double low, double high) {

  private static final int SAMPLES = 1000;

  /** Always the same draws, so that the same data gives the same interval. */
  private static final long SEED = 20260722;

  private static final double TAIL = 0.025;

  /**
   * @param size of the sample
   * @param figure of the members with the given indices, some of them repeated; NaN where they have
   *     none
   */
  static Interval of(int size, ToDoubleFunction<int[]> figure) {
    int[] all = new int[size];
    Arrays.setAll(all, i -> i);
    Random random = new Random(SEED);
    double[] drawn = new double[SAMPLES];
    for (int sample = 0; sample < SAMPLES; sample++) {
      int[] members = random.ints(size, 0, Math.max(1, size)).toArray();
      drawn[sample] = figure.applyAsDouble(members);
    }
    double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
    double value = figure.applyAsDouble(all);
    if (sorted.length == 0) {
      return new Interval(value, Double.NaN, Double.NaN);
    }
    int cut = (int) (TAIL * sorted.length);
    return new Interval(value, sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
