package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.enrich.metric.Metric;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Property(tries = 200)
  void aLineIsFoundUnderOutliers(
      @ForAll @DoubleRange(min = 0.05, max = 20) double slope,
      @ForAll @DoubleRange(min = -100, max = 100) double intercept,
      @ForAll @IntRange(min = 30, max = 300) int models,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] figures = new double[models];
    double[] points = new double[models];
    for (int i = 0; i < models; i++) {
      figures[i] = 10 * random.nextDouble();
      boolean wild = i % 10 == 0;
      double error = wild ? slope * 10 * (random.nextDouble() - 0.5) : 0.01 * random.nextGaussian();
      points[i] = intercept + slope * figures[i] + error;
    }

    Calibration fit = Calibration.fit(Metric.ARENA_TEXT, figures, points).orElseThrow();

    assertThat(fit.line().slope()).isCloseTo(slope, within(0.15 * slope + 0.02));
    assertThat(fit.line().at(5)).isCloseTo(intercept + 5 * slope, within(0.5 * slope + 0.05));
  }

  @Property(tries = 50)
  void theOrderOfModelsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    double[] figures = random.doubles(120).toArray();
    double[] points = random.doubles(120).toArray();
    for (int i = 0; i < points.length; i++) {
      points[i] += 3 * figures[i];
    }
    Calibration fit = Calibration.fit(Metric.AA_GPQA, figures, points).orElseThrow();

    assertThat(Calibration.fit(Metric.AA_GPQA, reversed(figures), reversed(points)))
        .hasValueSatisfying(
            other -> {
              assertThat(other.line()).isEqualTo(fit.line());
              assertThat(other.residual()).isCloseTo(fit.residual(), within(1e-12));
            });
  }

  /** A regression of one side on the other would be flatter, and pull the best models down. */
  @Test
  void noiseOnBothSidesDoesNotFlattenTheLine() {
    Random random = new Random(1);
    double[] figures = new double[400];
    double[] points = new double[400];
    for (int i = 0; i < figures.length; i++) {
      double quality = 10 * random.nextGaussian();
      figures[i] = quality + 6 * random.nextGaussian();
      points[i] = quality + 6 * random.nextGaussian();
    }

    assertThat(Calibration.fit(Metric.AA_GPQA, figures, points).orElseThrow().line().slope())
        .isCloseTo(1, within(0.1));
  }

  @Test
  void whatFallsAsTheYardstickRisesMeasuresSomethingElse() {
    double[] rising = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    assertThat(Calibration.fit(Metric.AA_GPQA, rising, reversed(rising))).isEmpty();
  }

  @Test
  void tooFewModelsSayNothing() {
    double[] seven = {1, 2, 3, 4, 5, 6, 7};

    assertThat(Calibration.fit(Metric.AA_GPQA, seven, seven)).isEmpty();
  }

  @Test
  void oneFigureForAllSaysNothing() {
    double[] same = {5, 5, 5, 5, 5, 5, 5, 5, 5};
    double[] rising = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    assertThat(Calibration.fit(Metric.AA_GPQA, same, rising)).isEmpty();
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }
}
