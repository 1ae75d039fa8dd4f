package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scale a category is measured on, and how every metric reads on it.
 *
 * @param metric whose scale it is
 * @param spread how far measured models lie apart on it, points
 * @param ownVariance of the metric's own error
 * @param calibrations of the metrics that can be read on it, itself included
 */
record Yardstick(
    Metric metric, double spread, double ownVariance, Map<Metric, Calibration> calibrations) {

  /** Below these many shared models a residual says too little about the yardstick itself. */
  private static final int ENOUGH_TO_JUDGE = 20;

  /** When nobody else can judge the yardstick: its own error in spreads. */
  private static final double UNJUDGED_ERROR = 0.2;

  /** A spread seen in fewer models than calibration asks for is not believed. */
  private static final double USUAL_SPREAD = 12;

  private static final double LEAST_SPREAD = 1;

  /** Two that disagree share the blame evenly. */
  private static final double SHARE_OF_BLAME = 0.5;

  /**
   * @param models that are their own, in any order
   * @return empty when none of the recipe's yardsticks was measured at all
   */
  static Optional<Yardstick> of(Recipe recipe, List<Measured> models) {
    return choose(recipe, models).map(metric -> on(metric, recipe, models));
  }

  /** What a laboratory says of the model; empty when it says nothing that can be read. */
  Optional<Said> hear(Voice voice, Measured model) {
    return voice.tiers().stream()
        .map(tier -> readable(tier, model))
        .filter(heard -> !heard.isEmpty())
        .findFirst()
        .map(heard -> together(voice.laboratory(), heard, model));
  }

  private List<Calibration> readable(List<Metric> tier, Measured model) {
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
  private Said together(Source laboratory, List<Calibration> heard, Measured model) {
    double weights = 0;
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Calibration one : heard) {
      double variance = variance(one);
      weights += 1 / variance;
      sum += one.line().at(model.value(one.metric())) / variance;
      least = Math.min(least, variance);
    }
    List<Metric> metrics = heard.stream().map(Calibration::metric).toList();
    return new Said(laboratory, metrics, sum / weights, least);
  }

  /** What is left of a residual when the yardstick's own error is taken out of it. */
  private double variance(Calibration calibration) {
    double residual = calibration.residual() * calibration.residual();
    return calibration.metric() == metric
        ? ownVariance
        : Math.max(residual - ownVariance, SHARE_OF_BLAME * residual);
  }

  private static Optional<Metric> choose(Recipe recipe, List<Measured> models) {
    return chooseFrom(recipe, models, Calibration.FEWEST_MODELS)
        .or(() -> chooseFrom(recipe, models, 1));
  }

  private static Optional<Metric> chooseFrom(Recipe recipe, List<Measured> models, int atLeast) {
    return recipe.yardsticks().stream()
        .filter(metric -> models.stream().filter(model -> model.has(metric)).count() >= atLeast)
        .findFirst();
  }

  private static Yardstick on(Metric metric, Recipe recipe, List<Measured> models) {
    List<Measured> on = models.stream().filter(model -> model.has(metric)).toList();
    double[] points = points(metric, on);
    double spread =
        points.length < Calibration.FEWEST_MODELS
            ? USUAL_SPREAD
            : Math.max(LEAST_SPREAD, Robust.deviation(points));
    Map<Metric, Calibration> calibrations = new EnumMap<>(Metric.class);
    for (Voice voice : recipe.voices()) {
      for (Metric other : voice.metrics()) {
        calibrate(other, metric, on).ifPresent(fit -> calibrations.put(other, fit));
      }
    }
    calibrations.put(metric, Calibration.identity(metric, on.size()));
    return new Yardstick(metric, spread, ownVariance(metric, spread, calibrations), calibrations);
  }

  private static Optional<Calibration> calibrate(
      Metric other, Metric yardstick, List<Measured> on) {
    List<Measured> both = on.stream().filter(model -> model.has(other)).toList();
    double[] figures = both.stream().mapToDouble(model -> model.value(other)).toArray();
    return Calibration.fit(other, figures, points(yardstick, both));
  }

  private static double[] points(Metric metric, List<Measured> models) {
    return models.stream().mapToDouble(model -> metric.toPoints(model.value(metric))).toArray();
  }

  /** The yardstick errs too: half of the disagreement with whoever agrees with it best. */
  private static double ownVariance(
      Metric metric, double spread, Map<Metric, Calibration> calibrations) {
    double best =
        calibrations.values().stream()
            .filter(other -> other.metric().source() != metric.source())
            .filter(other -> other.models() >= ENOUGH_TO_JUDGE)
            .mapToDouble(Calibration::residual)
            .min()
            .orElse(UNJUDGED_ERROR * spread / Math.sqrt(SHARE_OF_BLAME));
    double least = LEAST_SPREAD * UNJUDGED_ERROR;
    return Math.max(least * least, SHARE_OF_BLAME * best * best);
  }
}
