package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scale a category is measured on, and how every metric reads on it. The scale is that of a
 * metric that most models have, the same for every category. It does not depend on which models
 * were measured for the category itself, so a metric that few models have, such as a new board or a
 * new edition of an index, moves only the models that it measured.
 *
 * @param metric whose scale it is
 * @param spread how far measured models lie apart on it, points
 * @param calibrations of the metrics that can be read on it, itself included
 * @param components of the metrics' errors
 */
record Yardstick(
    Metric metric,
    double spread,
    Map<Metric, Calibration> calibrations,
    VarianceComponents components) {

  /** Expected where few models were measured, and worth so many of them. */
  private static final double USUAL_SPREAD = 12;

  private static final double USUAL_WORTH = 8;

  private static final double LEAST_SPREAD = 1;

  /** Empty when none of the recipe's yardsticks was measured at all. */
  static Optional<Yardstick> of(Recipe recipe, Calibrations known, RankingConstants constants) {
    return choose(Recipe.SCALES, known, Calibration.FEWEST_MODELS)
        .or(() -> choose(recipe.yardsticks(), known, Calibration.FEWEST_MODELS))
        .or(() -> choose(recipe.yardsticks(), known, 1))
        .map(metric -> on(metric, recipe, known, constants));
  }

  /** The same scale with the voices of another recipe. */
  Yardstick forRecipe(Recipe recipe, Calibrations known, RankingConstants constants) {
    return on(metric, recipe, known, constants);
  }

  /** What a laboratory says of the model; empty when it says nothing that can be read. */
  Optional<LaboratoryValue> hear(Voice voice, MeasuredModel model) {
    return voice.tiers().stream()
        .map(tier -> readable(tier, model))
        .filter(heard -> !heard.isEmpty())
        .findFirst()
        .map(heard -> together(voice.laboratory(), heard, model));
  }

  private List<Calibration> readable(List<Metric> tier, MeasuredModel model) {
    List<Calibration> readable = new ArrayList<>();
    for (Metric one : tier) {
      Calibration calibration = calibrations.get(one);
      if (calibration != null && model.has(one)) {
        readable.add(calibration);
      }
    }
    return readable;
  }

  /** Figures of one laboratory err together: their mean is no better than the best of them. */
  private LaboratoryValue together(
      Source laboratory, List<Calibration> heard, MeasuredModel model) {
    double weights = 0;
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Calibration one : heard) {
      double variance = components.of(one.metric());
      weights += 1 / variance;
      sum += one.line().at(model.value(one.metric())) / variance;
      least = Math.min(least, variance);
    }
    List<Metric> metrics = heard.stream().map(Calibration::metric).toList();
    return new LaboratoryValue(laboratory, metrics, sum / weights, least);
  }

  private static Optional<Metric> choose(List<Metric> scales, Calibrations known, int atLeast) {
    return scales.stream().filter(metric -> known.having(metric).size() >= atLeast).findFirst();
  }

  private static Yardstick on(
      Metric metric, Recipe recipe, Calibrations known, RankingConstants constants) {
    double[] points = Calibrations.points(metric, known.having(metric));
    Map<Metric, Calibration> calibrations = new EnumMap<>(Metric.class);
    recipe.voices().stream()
        .flatMap(voice -> voice.metrics().stream())
        .forEach(other -> known.of(other, metric).ifPresent(fit -> calibrations.put(other, fit)));
    double spread = spread(points);
    VarianceComponents components =
        VarianceComponents.fit(
            recipe, spread, new Disagreements(known, metric, calibrations), constants);
    return new Yardstick(metric, spread, calibrations, components);
  }

  private static double spread(double[] points) {
    double seen = Math.max(LEAST_SPREAD, Robust.deviation(points));
    double weight = points.length * (double) points.length;
    return (weight * seen + USUAL_WORTH * USUAL_WORTH * USUAL_SPREAD)
        / (weight + USUAL_WORTH * USUAL_WORTH);
  }
}
