package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.evaluation.EvaluationReport.Finding;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Pick;
import dev.smartspawn.enrich.evaluation.EvaluationReport.Single;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hides one laboratory at a time, ranks the models by what remains, and compares that order with
 * the hidden figures.
 */
public final class RankingEvaluation {

  /** Fewer models give no order worth comparing. */
  public static final int FEWEST_MODELS = 10;

  /** A single metric is compared only if it has this many models. */
  private static final int FEWEST_OF_A_SINGLE = 20;

  /** The specification's budgets, USD per 1M prompt tokens. */
  static final Map<String, Double> BUDGETS = budgets();

  private final List<MeasuredModel> population;
  private final RankingMethod ours;
  private final RankingMethod spec;

  private RankingEvaluation(
      Collection<MeasuredModel> population, RankingMethod ours, RankingMethod spec) {
    this.population = population.stream().sorted(Comparator.comparing(MeasuredModel::id)).toList();
    this.ours = ours;
    this.spec = spec;
  }

  /**
   * @param spec the order to compare with, {@code RANKING=spec}
   */
  public static EvaluationReport of(Collection<MeasuredModel> population, RankingMethod spec) {
    return of(population, RankingMethod.byLowerBound(), spec);
  }

  /**
   * @param ours the order under test
   */
  static EvaluationReport of(
      Collection<MeasuredModel> population, RankingMethod ours, RankingMethod spec) {
    RankingEvaluation evaluation = new RankingEvaluation(population, ours, spec);
    return new EvaluationReport(
        HoldOutTrial.ALL.stream().map(evaluation::run).flatMap(Optional::stream).toList());
  }

  private Optional<Finding> run(HoldOutTrial trial) {
    List<MeasuredModel> known =
        population.stream().map(model -> model.without(trial.hidden())).toList();
    RankingMethod.Learned ourMerit = hiding(trial, ours.over(known));
    RankingMethod.Learned specMerit = hiding(trial, spec.over(known));
    OrderComparison everyone =
        OrderComparison.of(
            population.stream().filter(trial::judges).toList(), trial, ourMerit, specMerit);
    OrderComparison judged = everyone.on(everyone.where(trial::isMeasuredByOthers));
    if (judged.models().size() < FEWEST_MODELS) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            trial.leftOut(),
            trial.category(),
            trial.truth().id(),
            trial.isDecisive(),
            judged.models().size(),
            interval(judged.truth(), judged.ours(), RankCorrelation::spearman),
            interval(judged.truth(), judged.ours(), RankCorrelation::kendall),
            interval(judged.truth(), judged.spec(), RankCorrelation::spearman),
            interval(judged.truth(), judged.spec(), RankCorrelation::kendall),
            bestSingle(trial, judged),
            everyone.models().size(),
            interval(everyone.truth(), everyone.ours(), RankCorrelation::spearman),
            picks(everyone)));
  }

  /** Hides the figures from the ranking also in the model it scores. */
  private static RankingMethod.Learned hiding(HoldOutTrial trial, RankingMethod.Learned learned) {
    return (model, category) -> learned.merit(model.without(trial.hidden()), category);
  }

  private static @Nullable Single bestSingle(HoldOutTrial trial, OrderComparison judged) {
    return Recipe.of(trial.category()).voices().stream()
        .flatMap(voice -> voice.metrics().stream())
        .filter(metric -> !metric.laboratory().equals(trial.leftOut()))
        .distinct()
        .map(metric -> single(metric, judged))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(single -> single.spearman().value()))
        .orElse(null);
  }

  private static Optional<Single> single(Metric metric, OrderComparison judged) {
    OrderComparison known = judged.on(judged.where(model -> model.has(metric)));
    int size = known.models().size();
    if (size < FEWEST_OF_A_SINGLE) {
      return Optional.empty();
    }
    double[] truth = known.truth();
    double[] ours = known.ours();
    double[] alone = known.models().stream().mapToDouble(model -> model.value(metric)).toArray();
    return Optional.of(
        new Single(
            metric.id(),
            size,
            interval(truth, alone, RankCorrelation::spearman),
            interval(truth, alone, RankCorrelation::kendall),
            RankCorrelation.spearman(truth, ours),
            Interval.of(
                size,
                drawn ->
                    RankCorrelation.spearman(
                            OrderComparison.at(truth, drawn), OrderComparison.at(ours, drawn))
                        - RankCorrelation.spearman(
                            OrderComparison.at(truth, drawn), OrderComparison.at(alone, drawn)))));
  }

  private static List<Pick> picks(OrderComparison judged) {
    List<Pick> picks = new ArrayList<>();
    BUDGETS.forEach(
        (budget, limit) -> {
          OrderComparison affordable =
              judged.on(judged.where(model -> model.promptPrice() < limit));
          if (!affordable.models().isEmpty()) {
            picks.add(pick(budget, affordable));
          }
        });
    return picks;
  }

  private static Pick pick(String budget, OrderComparison affordable) {
    int first = best(affordable.ours());
    int specFirst = best(affordable.spec());
    double[] truth = affordable.truth();
    return new Pick(
        budget,
        affordable.models().size(),
        affordable.models().get(first).id().value(),
        standing(truth, first),
        truth[best(truth)] - truth[first],
        affordable.models().get(specFirst).id().value(),
        standing(truth, specFirst));
  }

  /** The first of equals, in the order of their ids. */
  private static int best(double[] merit) {
    int best = 0;
    for (int i = 1; i < merit.length; i++) {
      if (merit[i] > merit[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double standing(double[] truth, int picked) {
    long above = Arrays.stream(truth).filter(one -> one > truth[picked]).count();
    return (double) above / truth.length;
  }

  private static Interval interval(
      double[] a, double[] b, ToDoubleBiFunction<double[], double[]> correlation) {
    return Interval.of(
        a.length,
        drawn ->
            correlation.applyAsDouble(OrderComparison.at(a, drawn), OrderComparison.at(b, drawn)));
  }

  private static Map<String, Double> budgets() {
    Map<String, Double> budgets = new LinkedHashMap<>();
    budgets.put("low", 1.0);
    budgets.put("medium", 5.0);
    budgets.put("high", 20.0);
    budgets.put("any", Double.POSITIVE_INFINITY);
    return Collections.unmodifiableMap(budgets);
  }
}
