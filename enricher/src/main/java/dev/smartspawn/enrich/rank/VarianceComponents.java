package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes laboratories place one model differently, as variances on a category's yardstick.
 *
 * <p>What all models of a laboratory share is taken out by its calibration. What is left is the
 * disagreement about single models: two laboratories' disagreement is the sum of their errors. Each
 * component is estimated from all models that two laboratories share, and is drawn to an
 * expectation that is worth a few models. So it moves smoothly with the evidence, and no number of
 * models switches to another formula.
 */
final class VarianceComponents {

  private final double own;
  private final Map<Metric, Double> errors;
  private final double unheard;

  private VarianceComponents(double own, Map<Metric, Double> errors, double unheard) {
    this.own = own;
    this.errors = Collections.unmodifiableMap(errors);
    this.unheard = unheard;
  }

  /**
   * @param standsIn whether the yardstick measures something else than the category
   * @param spread of measured models on the yardstick
   * @param calibrations of the metrics that can be read on the yardstick, itself included
   */
  static VarianceComponents fit(
      Metric yardstick,
      boolean standsIn,
      double spread,
      Map<Metric, Calibration> calibrations,
      RankingConstants constants) {
    Fitting fitting = new Fitting(yardstick, spread, constants);
    calibrations.values().stream().filter(fitting::isForeign).forEach(fitting::disagree);
    double own = fitting.own();
    Map<Metric, Double> errors = new EnumMap<>(Metric.class);
    calibrations.forEach(
        (metric, calibration) -> errors.put(metric, fitting.error(calibration, own)));
    double unheard = fitting.unheard() + (standsIn ? square(constants.standInError() * spread) : 0);
    return new VarianceComponents(own, errors, unheard);
  }

  /** Where nothing but the spread is known. */
  static VarianceComponents expected(double spread, RankingConstants constants) {
    return new VarianceComponents(
        square(constants.laboratoryError() * spread),
        Map.of(),
        square(constants.unheardError() * spread));
  }

  /**
   * Of the yardstick's own error: how its laboratory places a model, around the model's quality.
   */
  double own() {
    return own;
  }

  /** Of the error of a metric that can be read on the yardstick. */
  double of(Metric metric) {
    return errors.getOrDefault(metric, own);
  }

  /** Of how a laboratory that nobody has heard would place a model, around the model's quality. */
  double unheard() {
    return unheard;
  }

  /**
   * What an interval of a model's quality is widened by on either side to be one of how an unheard
   * laboratory would place the model: as much as it takes for a model that only the yardstick
   * measured. It is the same for all models, so it does not change their order. Where less was
   * measured the sum is wider than independent errors would make it; laboratories do differ most
   * about models that few of them measured.
   */
  double widening() {
    return Math.sqrt(own + unheard) - Math.sqrt(own);
  }

  private static double square(double value) {
    return value * value;
  }

  /** The disagreements with the yardstick while they become components. */
  private static final class Fitting {

    private final Metric yardstick;
    private final RankingConstants constants;
    private final VarianceComponents expected;
    private final Map<Source, List<Calibration>> foreign = new TreeMap<>();

    Fitting(Metric yardstick, double spread, RankingConstants constants) {
      this.yardstick = yardstick;
      this.constants = constants;
      this.expected = VarianceComponents.expected(spread, constants);
    }

    /** Two figures of one laboratory do not judge each other. */
    boolean isForeign(Calibration calibration) {
      return !calibration.metric().laboratory().equals(yardstick.laboratory());
    }

    void disagree(Calibration calibration) {
      foreign
          .computeIfAbsent(calibration.metric().laboratory(), unused -> new ArrayList<>())
          .add(calibration);
    }

    /** The yardstick's share of the disagreement with the metric that agrees with it best. */
    double own() {
      return foreign.values().stream()
          .flatMap(List::stream)
          .mapToDouble(other -> constants.shareOfBlame() * disagreement(other))
          .min()
          .orElse(expected.own());
    }

    /**
     * What the yardstick's own error does not explain of a disagreement. The yardstick is the
     * nearest to the category, so nothing is read more surely than it. A line through few models is
     * itself uncertain, without bound at the fewest.
     */
    double error(Calibration calibration, double own) {
      if (calibration.metric() == yardstick) {
        return own;
      }
      double error =
          isForeign(calibration)
              ? Math.max(own, disagreement(calibration) - own)
              : own + constants.shareOfBlame() * square(calibration.residual());
      double spare = calibration.models() - Calibration.FEWEST_MODELS + 1.0;
      return error * calibration.models() / spare;
    }

    /** Mean error of the laboratories, of which the expectation counts as a few. */
    double unheard() {
      double sum = constants.unheardWorth() * expected.unheard();
      double weights = constants.unheardWorth();
      for (List<Calibration> laboratory : foreign.values()) {
        int most = laboratory.stream().mapToInt(Calibration::models).max().orElse(0);
        double weight = most / (most + constants.laboratoryWorth());
        sum += weight * constants.shareOfBlame() * mean(laboratory);
        weights += weight;
      }
      return sum / weights;
    }

    private double mean(List<Calibration> laboratory) {
      double sum = 0;
      double models = 0;
      for (Calibration one : laboratory) {
        sum += one.models() * disagreement(one);
        models += one.models();
      }
      return sum / models;
    }

    /** A squared residual, as if a few more models had shown the expected one. */
    private double disagreement(Calibration calibration) {
      double seen = calibration.models() * square(calibration.residual());
      double more = constants.laboratoryWorth() * expected.own() / constants.shareOfBlame();
      return (seen + more) / (calibration.models() + constants.laboratoryWorth());
    }
  }
}
