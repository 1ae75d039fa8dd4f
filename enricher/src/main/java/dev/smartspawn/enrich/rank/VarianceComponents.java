package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.Disagreements.Disagreement;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /**
   * What a yardstick with many models judges of what those before it leave. Several judge, so that
   * a new board does not decide alone about the laboratories that were there before.
   */
  private static final double MOST = 0.5;

  /** With fewer models it judges less. */
  private static final double ENOUGH_MODELS = 20;

  private final double own;
  private final Map<Metric, Double> errors;
  private final double unheard;

  private VarianceComponents(double own, Map<Metric, Double> errors, double unheard) {
    this.own = own;
    this.errors = Collections.unmodifiableMap(errors);
    this.unheard = unheard;
  }

  /**
   * Judged by the recipe's yardsticks, the nearest to the category first. Each has the part that
   * its models are worth of what the ones before it leave. Figures that another source passes on
   * judge only where their laboratory's own are missing.
   *
   * @param spread of measured models on the scale
   */
  static VarianceComponents fit(
      Recipe recipe, double spread, Disagreements disagreements, RankingConstants constants) {
    Blend blend = new Blend();
    Map<Source, Double> heard = new TreeMap<>();
    for (Metric yardstick : recipe.yardsticks()) {
      double models = square(Math.min(1, disagreements.measured(yardstick) / ENOUGH_MODELS));
      double before = yardstick.isPassedOn() ? heard.getOrDefault(yardstick.laboratory(), 0.0) : 0;
      double part = models * (1 - before);
      heard.merge(yardstick.laboratory(), part, Double::sum);
      if (part > 0) {
        blend.add(MOST * part, judgedBy(yardstick, recipe, spread, disagreements, constants));
      }
    }
    return blend.with(expected(spread, constants));
  }

  private static VarianceComponents judgedBy(
      Metric yardstick,
      Recipe recipe,
      double spread,
      Disagreements disagreements,
      RankingConstants constants) {
    Fitting fitting = new Fitting(yardstick, spread, disagreements, constants);
    double own = fitting.own();
    Map<Metric, Double> errors = new EnumMap<>(Metric.class);
    disagreements
        .calibrations()
        .forEach((metric, calibration) -> errors.put(metric, fitting.error(calibration, own)));
    boolean standsIn = recipe.isStandIn(yardstick);
    double unheard = fitting.unheard() + (standsIn ? square(constants.standInError() * spread) : 0);
    return new VarianceComponents(own, errors, unheard);
  }

  /** Components that several yardsticks found, each by its part. */
  private static final class Blend {

    private double left = 1;
    private double own;
    private double unheard;
    private final Map<Metric, Double> errors = new EnumMap<>(Metric.class);

    void add(double part, VarianceComponents found) {
      double weight = left * part;
      left -= weight;
      own += weight * found.own;
      unheard += weight * found.unheard;
      found.errors.forEach((metric, error) -> errors.merge(metric, weight * error, Double::sum));
    }

    /**
     * @param expected has what is left
     */
    VarianceComponents with(VarianceComponents expected) {
      double rest = left;
      errors.replaceAll((metric, error) -> error + rest * expected.of(metric));
      return new VarianceComponents(
          own + rest * expected.own, errors, unheard + rest * expected.unheard);
    }
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
    private final Disagreements disagreements;
    private final Map<Metric, Disagreement> seen = new EnumMap<>(Metric.class);
    private final Map<Source, List<Disagreement>> foreign = new TreeMap<>();

    Fitting(
        Metric yardstick, double spread, Disagreements disagreements, RankingConstants constants) {
      this.yardstick = yardstick;
      this.disagreements = disagreements;
      this.constants = constants;
      this.expected = VarianceComponents.expected(spread, constants);
      for (Metric metric : disagreements.calibrations().keySet()) {
        Disagreement found = disagreements.between(yardstick, metric);
        seen.put(metric, found);
        if (isForeign(metric) && !isRepeated(metric)) {
          foreign.computeIfAbsent(metric.laboratory(), unused -> new ArrayList<>()).add(found);
        }
      }
    }

    /** Two figures of one laboratory do not judge each other. */
    private boolean isForeign(Metric metric) {
      return !metric.laboratory().equals(yardstick.laboratory());
    }

    /** Whether its laboratory's own figures are there, too. */
    private boolean isRepeated(Metric metric) {
      return metric.isPassedOn()
          && disagreements.calibrations().keySet().stream()
              .anyMatch(
                  other -> !other.isPassedOn() && other.laboratory().equals(metric.laboratory()));
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
      Metric metric = calibration.metric();
      if (metric == yardstick) {
        return own;
      }
      Disagreement disagreement = Objects.requireNonNull(seen.get(metric));
      double error =
          isForeign(metric)
              ? Math.max(own, disagreement(disagreement) - own)
              : own + constants.shareOfBlame() * square(disagreement.residual());
      if (disagreements.isScale(metric)) {
        return error;
      }
      double spare = calibration.models() - Calibration.FEWEST_MODELS + 1.0;
      return error * calibration.models() / spare;
    }

    /** Mean error of the laboratories, of which the expectation counts as a few. */
    double unheard() {
      double sum = constants.unheardWorth() * expected.unheard();
      double weights = constants.unheardWorth();
      for (List<Disagreement> laboratory : foreign.values()) {
        int most = laboratory.stream().mapToInt(Disagreement::models).max().orElse(0);
        double weight = most / (most + constants.laboratoryWorth());
        sum += weight * constants.shareOfBlame() * mean(laboratory);
        weights += weight;
      }
      return sum / weights;
    }

    private double mean(List<Disagreement> laboratory) {
      double sum = 0;
      double models = 0;
      for (Disagreement one : laboratory) {
        sum += one.models() * disagreement(one);
        models += one.models();
      }
      return models == 0 ? expected.own() / constants.shareOfBlame() : sum / models;
    }

    /** A squared residual, as if a few more models had shown the expected one. */
    private double disagreement(Disagreement found) {
      double squares = found.models() * square(found.residual());
      double more = constants.laboratoryWorth() * expected.own() / constants.shareOfBlame();
      return (squares + more) / (found.models() + constants.laboratoryWorth());
    }
  }
}
