package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every calibration a population has been asked for: several categories share a yardstick, and none
 * is fitted twice. For one thread.
 */
final class Calibrations {

  private final List<MeasuredModel> models;
  private final Map<Metric, Map<Metric, Optional<Calibration>>> fitted =
      new EnumMap<>(Metric.class);

  /**
   * @param models that are their own
   */
  Calibrations(List<MeasuredModel> models) {
    this.models = List.copyOf(models);
  }

  /** The models that have {@code metric}. */
  List<MeasuredModel> having(Metric metric) {
    return models.stream().filter(model -> model.has(metric)).toList();
  }

  /** How {@code other} reads on {@code yardstick}; empty where that cannot be told. */
  Optional<Calibration> of(Metric other, Metric yardstick) {
    return fitted
        .computeIfAbsent(yardstick, unused -> new EnumMap<>(Metric.class))
        .computeIfAbsent(other, unused -> fit(other, yardstick));
  }

  private Optional<Calibration> fit(Metric other, Metric yardstick) {
    List<MeasuredModel> both =
        having(yardstick).stream().filter(model -> model.has(other)).toList();
    if (other == yardstick) {
      return Optional.of(Calibration.identity(yardstick, both.size()));
    }
    return Calibration.fit(
        other,
        both.stream().mapToDouble(model -> model.value(other)).toArray(),
        points(yardstick, both));
  }

  static double[] points(Metric yardstick, List<MeasuredModel> models) {
    return models.stream()
        .mapToDouble(model -> yardstick.toPoints(model.value(yardstick)))
        .toArray();
  }
}
