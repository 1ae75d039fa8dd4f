package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.evaluation.IntervalReport.Bin;
import dev.smartspawn.enrich.evaluation.IntervalReport.CategoryCoverage;
import dev.smartspawn.enrich.evaluation.IntervalReport.Coverage;
import dev.smartspawn.enrich.evaluation.IntervalReport.Regret;
import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Hides one laboratory at a time and checks what is stated about certainty: how often it places a
 * model within the interval, how much a pick loses, and how often none is better than the pick by
 * more than the margin.
 */
final class IntervalEvaluation {

  private static final Comparator<Estimate> BY_ESTIMATE =
      Comparator.comparingDouble(Estimate::estimate).reversed();

  private IntervalEvaluation() {}

  static IntervalReport of(Collection<MeasuredModel> population) {
    List<MeasuredModel> models =
        population.stream().sorted(Comparator.comparing(MeasuredModel::id)).toList();
    List<HeldOutPlacements> trials =
        HoldOutTrial.ALL.stream()
            .map(trial -> HeldOutPlacements.of(trial, models))
            .flatMap(Optional::stream)
            .toList();
    List<HeldOutPlacements> measured =
        trials.stream()
            .map(HeldOutPlacements::measuredByOthers)
            .filter(trial -> trial.models().size() >= RankingEvaluation.FEWEST_MODELS)
            .toList();
    List<Coverage> coverage = measured.stream().map(IntervalEvaluation::coverage).toList();
    return new IntervalReport(
        coverage,
        byCategory(coverage),
        trials.stream()
            .filter(trial -> trial.trial().isDecisive())
            .flatMap(trial -> regrets(trial).stream())
            .toList(),
        calibration(measured));
  }

  private static Coverage coverage(HeldOutPlacements trial) {
    return new Coverage(
        trial.trial().leftOut(),
        trial.trial().category(),
        trial.trial().truth().id(),
        trial.trial().isDecisive(),
        trial.models().size(),
        trial.coverage(1),
        trial.coverage(2),
        trial.mean(each -> each.estimate().error()),
        Math.sqrt(trial.mean(each -> square(each.truth() - each.estimate().estimate()))));
  }

  /** A laboratory with two judges of a category counts once. */
  private static List<CategoryCoverage> byCategory(List<Coverage> coverage) {
    Map<Category, Map<Source, List<Coverage>>> grouped =
        coverage.stream()
            .filter(one -> one.models() >= HeldOutPlacements.ENOUGH_MODELS)
            .collect(
                Collectors.groupingBy(
                    Coverage::category,
                    TreeMap::new,
                    Collectors.groupingBy(
                        Coverage::leftOut, TreeMap::new, Collectors.toUnmodifiableList())));
    List<CategoryCoverage> categories = new ArrayList<>();
    grouped.forEach(
        (category, laboratories) ->
            categories.add(
                new CategoryCoverage(
                    category,
                    laboratories.size(),
                    mean(laboratories.values(), Coverage::one),
                    mean(laboratories.values(), Coverage::two))));
    return categories;
  }

  private static double mean(
      Collection<List<Coverage>> laboratories, ToDoubleFunction<Coverage> share) {
    return laboratories.stream()
        .mapToDouble(judges -> judges.stream().mapToDouble(share).average().orElseThrow())
        .average()
        .orElse(Double.NaN);
  }

  private static List<Regret> regrets(HeldOutPlacements trial) {
    List<Regret> regrets = new ArrayList<>();
    RankingEvaluation.BUDGETS.forEach(
        (budget, limit) -> {
          HeldOutPlacements affordable = trial.where(model -> model.promptPrice() < limit);
          if (!affordable.models().isEmpty()) {
            regrets.add(
                new Regret(
                    trial.trial().category(),
                    trial.trial().truth().id(),
                    budget,
                    affordable.models().size(),
                    affordable.regret(affordable.first(Estimate.BEST_FIRST)),
                    affordable.regret(affordable.first(BY_ESTIMATE)),
                    trial.spread()));
          }
        });
    return regrets;
  }

  private static List<Bin> calibration(List<HeldOutPlacements> trials) {
    ConfidenceBins bins = new ConfidenceBins();
    trials.stream()
        .filter(trial -> trial.trial().isDecisive())
        .filter(HeldOutPlacements::areEnough)
        .forEach(bins::askHalves);
    return bins.filled();
  }

  private static double square(double value) {
    return value * value;
  }
}
