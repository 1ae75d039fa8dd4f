package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far two metrics disagree about single models, once both are read on one scale. */
final class Disagreements {

  /** Intercept and slope. */
  private static final int FITTED = 2;

  private final Calibrations known;
  private final Metric scale;
  private final Map<Metric, Calibration> calibrations;

  /**
   * @param calibrations of the metrics that can be read on {@code scale}, itself included
   */
  Disagreements(Calibrations known, Metric scale, Map<Metric, Calibration> calibrations) {
    this.known = known;
    this.scale = scale;
    this.calibrations = calibrations;
  }

  /**
   * What two metrics differ by.
   *
   * @param residual standard deviation of the difference, points
   * @param models how many have both
   */
  record Disagreement(double residual, int models) {}

  Map<Metric, Calibration> calibrations() {
    return calibrations;
  }

  /** Whether the metric's figures are points of the scale already. */
  boolean isScale(Metric metric) {
    return metric == scale;
  }

  /** How many models have the metric. */
  int measured(Metric metric) {
    return calibrations.containsKey(metric) ? known.having(metric).size() : 0;
  }

  /**
   * Of two metrics that can be read on the scale.
   *
   * @throws NullPointerException for another one
   */
  Disagreement between(Metric one, Metric other) {
    TheilSen line = line(one);
    TheilSen otherLine = line(other);
    List<MeasuredModel> both =
        known.having(one).stream().filter(model -> model.has(other)).toList();
    double[] differences =
        both.stream()
            .mapToDouble(model -> line.at(model.value(one)) - otherLine.at(model.value(other)))
            .toArray();
    if (differences.length == 0) {
      return new Disagreement(0, 0);
    }
    double middle = Robust.median(differences);
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= middle;
    }
    return new Disagreement(
        Robust.rootMeanSquare(differences, differences.length - FITTED), differences.length);
  }

  private TheilSen line(Metric metric) {
    return Objects.requireNonNull(calibrations.get(metric), metric.id()).line();
  }
}
