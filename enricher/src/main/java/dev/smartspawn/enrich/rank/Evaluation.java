package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.rank.EvaluationReport.Finding;
import dev.smartspawn.enrich.rank.EvaluationReport.Pick;
import dev.smartspawn.enrich.rank.EvaluationReport.Single;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Leaves one laboratory out at a time, orders the models by what remains, and holds that order
 * against the one left out.
 */
public final class Evaluation {

  /** Fewer models make no order worth comparing. */
  static final int FEWEST_MODELS = 10;

  /** A single metric is only held against us when it knows enough models. */
  private static final int FEWEST_OF_A_SINGLE = 20;

  /** The specification's budgets, USD per 1M prompt tokens. */
  private static final Map<String, Double> BUDGETS = budgets();

  private final List<Measured> population;
  private final Ordering ours;
  private final Ordering spec;

  private Evaluation(Collection<Measured> population, Ordering ours, Ordering spec) {
    this.population = population.stream().sorted(Comparator.comparing(Measured::id)).toList();
    this.ours = ours;
    this.spec = spec;
  }

  /**
   * @param spec the order to compare with, {@code RANKING=spec}
   */
  public static EvaluationReport of(Collection<Measured> population, Ordering spec) {
    return of(population, Ordering.byLowerBound(), spec);
  }

  /**
   * @param ours the order under test
   */
  static EvaluationReport of(Collection<Measured> population, Ordering ours, Ordering spec) {
    Evaluation evaluation = new Evaluation(population, ours, spec);
    return new EvaluationReport(
        Trial.ALL.stream().map(evaluation::run).flatMap(Optional::stream).toList());
  }

  private Optional<Finding> run(Trial trial) {
    List<Measured> known = population.stream().map(model -> model.without(trial.hidden())).toList();
    Ordering.Learned ourMerit = hiding(trial, ours.over(known));
    Ordering.Learned specMerit = hiding(trial, spec.over(known));
    Verdict everyone =
        Verdict.of(population.stream().filter(trial::judges).toList(), trial, ourMerit, specMerit);
    Verdict judged = everyone.on(everyone.where(trial::isMeasuredByOthers));
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

  /** An order may only look at what was not hidden, in the model it judges too. */
  private static Ordering.Learned hiding(Trial trial, Ordering.Learned learned) {
    return (model, category) -> learned.merit(model.without(trial.hidden()), category);
  }

  private static @Nullable Single bestSingle(Trial trial, Verdict judged) {
    return Recipe.of(trial.category()).voices().stream()
        .flatMap(voice -> voice.metrics().stream())
        .filter(metric -> metric.laboratory() != trial.leftOut())
        .distinct()
        .map(metric -> single(metric, judged))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(single -> single.spearman().value()))
        .orElse(null);
  }

  private static Optional<Single> single(Metric metric, Verdict judged) {
    Verdict known = judged.on(judged.where(model -> model.has(metric)));
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
                    RankCorrelation.spearman(Verdict.at(truth, drawn), Verdict.at(ours, drawn))
                        - RankCorrelation.spearman(
                            Verdict.at(truth, drawn), Verdict.at(alone, drawn)))));
  }

  private static List<Pick> picks(Verdict judged) {
    List<Pick> picks = new ArrayList<>();
    BUDGETS.forEach(
        (budget, limit) -> {
          Verdict affordable = judged.on(judged.where(model -> model.promptPrice() < limit));
          if (!affordable.models().isEmpty()) {
            picks.add(pick(budget, affordable));
          }
        });
    return picks;
  }

  private static Pick pick(String budget, Verdict affordable) {
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

  /** The first of equals, who are in the order of their ids. */
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
        a.length, drawn -> correlation.applyAsDouble(Verdict.at(a, drawn), Verdict.at(b, drawn)));
  }

  private static Map<String, Double> budgets() {
    Map<String, Double> budgets = new LinkedHashMap<>();
    budgets.put("low", 1.0);
    budgets.put("medium", 5.0);
    budgets.put("high", 20.0);
    budgets.put("any", Double.POSITIVE_INFINITY);
    return budgets;
  }
}
