package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.enrich.rank.TheilSen;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All models of one trial, also those that nobody else measured, estimated without the hidden
 * laboratory and placed by it. Its figures are brought to scores by the line that treats both sides
 * alike; nothing else of it is used.
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
            .sorted(Comparator.comparing(MeasuredModel::id))
            .toList();
    if (judged.size() < RankingEvaluation.FEWEST_MODELS) {
      return Optional.empty();
    }
    return line(trial, ranking, judged)
        .map(
            line ->
                new HeldOutPlacements(
                    trial,
                    judged.stream()
                        .map(
                            model ->
                                new HeldOutPlacement(
                                    model,
                                    estimate(trial, ranking, model),
                                    line.at(points(trial, model))))
                        .toList()));
  }

  /** From the hidden figures to scores, by the models that another laboratory measured as well. */
  private static Optional<TheilSen> line(
      HoldOutTrial trial, QualityRanking ranking, List<MeasuredModel> judged) {
    List<MeasuredModel> shared = judged.stream().filter(trial::isMeasuredByOthers).toList();
    return TheilSen.through(
        shared.stream().mapToDouble(model -> points(trial, model)).toArray(),
        shared.stream().mapToDouble(model -> estimate(trial, ranking, model).estimate()).toArray());
  }

  private static Estimate estimate(
      HoldOutTrial trial, QualityRanking ranking, MeasuredModel model) {
    return ranking.estimate(model.id(), trial.asked()).orElseThrow();
  }

  private static double points(HoldOutTrial trial, MeasuredModel model) {
    return trial.truth().toPoints(model.value(trial.truth()));
  }

  /** The models that another laboratory measured as well. */
  HeldOutPlacements measuredByOthers() {
    return where(trial::isMeasuredByOthers);
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
