package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.enrich.rank.TheilSen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The models of one trial, estimated without the hidden laboratory and placed by it. Its figures
 * are brought to scores by the line that treats both sides alike; nothing else of it is used.
 *
 * @param models in the order of their ids
 */
record HeldOutPlacements(HoldOutTrial trial, List<HeldOutPlacement> models) {

  /** Fewer models say little about an interval. */
  static final int ENOUGH_MODELS = 30;

  HeldOutPlacements {
    models = List.copyOf(models);
  }

  /** Empty if too few models are judged, or if the two orders are unrelated. */
  static Optional<HeldOutPlacements> of(HoldOutTrial trial, List<MeasuredModel> population) {
    QualityRanking ranking =
        QualityRanking.of(population.stream().map(model -> model.without(trial.hidden())).toList());
    List<MeasuredModel> judged =
        population.stream()
            .filter(trial::judges)
            .filter(trial::isMeasuredByOthers)
            .sorted(Comparator.comparing(MeasuredModel::id))
            .toList();
    if (judged.size() < RankingEvaluation.FEWEST_MODELS) {
      return Optional.empty();
    }
    List<Estimate> estimates =
        judged.stream()
            .map(model -> ranking.estimate(model.id(), trial.asked()).orElseThrow())
            .toList();
    return placed(trial, judged, estimates);
  }

  private static Optional<HeldOutPlacements> placed(
      HoldOutTrial trial, List<MeasuredModel> judged, List<Estimate> estimates) {
    Metric metric = trial.truth();
    double[] points =
        judged.stream().mapToDouble(model -> metric.toPoints(model.value(metric))).toArray();
    double[] scores = estimates.stream().mapToDouble(Estimate::estimate).toArray();
    return TheilSen.through(points, scores)
        .map(
            line -> {
              List<HeldOutPlacement> models = new ArrayList<>();
              for (int i = 0; i < points.length; i++) {
                models.add(
                    new HeldOutPlacement(judged.get(i), estimates.get(i), line.at(points[i])));
              }
              return new HeldOutPlacements(trial, models);
            });
  }

  boolean areEnough() {
    return models.size() >= ENOUGH_MODELS;
  }

  HeldOutPlacements where(Predicate<MeasuredModel> condition) {
    return new HeldOutPlacements(
        trial, models.stream().filter(each -> condition.test(each.model())).toList());
  }

  /** The share of models whose truth lies within so many halves of the interval. */
  double coverage(double errors) {
    return mean(each -> each.isWithin(errors) ? 1.0 : 0.0);
  }

  /** Standard deviation of the truth, points of a score. */
  double spread() {
    double mean = mean(HeldOutPlacement::truth);
    return Math.sqrt(mean(each -> (each.truth() - mean) * (each.truth() - mean)));
  }

  double mean(Function<HeldOutPlacement, Double> figure) {
    return models.stream().mapToDouble(figure::apply).average().orElse(Double.NaN);
  }

  /** What is picked in an order, the first of equals. */
  HeldOutPlacement first(Comparator<Estimate> order) {
    return models.stream()
        .min(Comparator.comparing(HeldOutPlacement::estimate, order))
        .orElseThrow();
  }

  /** By how many points the truth's best is better than the pick. */
  double regret(HeldOutPlacement pick) {
    return models.stream().mapToDouble(HeldOutPlacement::truth).max().orElseThrow() - pick.truth();
  }
}
