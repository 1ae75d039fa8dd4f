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
import java.util.stream.IntStream;
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
    List<Measured> judged = population.stream().filter(trial::judges).toList();
    if (judged.size() < FEWEST_MODELS) {
      return Optional.empty();
    }
    List<Measured> known = population.stream().map(model -> model.without(trial.hidden())).toList();
    double[] truth = figures(judged, (model, unused) -> model.value(trial.truth()), trial);
    double[] our = figures(judged, hiding(trial, ours.over(known)), trial);
    double[] plain = figures(judged, hiding(trial, spec.over(known)), trial);
    return Optional.of(
        new Finding(
            trial.leftOut(),
            trial.category(),
            trial.truth().id(),
            judged.size(),
            interval(truth, our, RankCorrelation::spearman),
            interval(truth, our, RankCorrelation::kendall),
            interval(truth, plain, RankCorrelation::spearman),
            interval(truth, plain, RankCorrelation::kendall),
            bestSingle(trial, judged, truth, our),
            picks(judged, truth, our, plain)));
  }

  /** An order may only look at what was not hidden, in the model it judges too. */
  private static Ordering.Learned hiding(Trial trial, Ordering.Learned learned) {
    return (model, category) -> learned.merit(model.without(trial.hidden()), category);
  }

  private static double[] figures(List<Measured> models, Ordering.Learned learned, Trial trial) {
    return models.stream().mapToDouble(model -> learned.merit(model, trial.category())).toArray();
  }

  private static @Nullable Single bestSingle(
      Trial trial, List<Measured> judged, double[] truth, double[] our) {
    return Recipe.of(trial.category()).voices().stream()
        .flatMap(voice -> voice.metrics().stream())
        .filter(metric -> metric.laboratory() != trial.leftOut())
        .distinct()
        .map(metric -> single(metric, judged, truth, our))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(single -> single.spearman().value()))
        .orElse(null);
  }

  private static Optional<Single> single(
      Metric metric, List<Measured> judged, double[] truth, double[] our) {
    int[] known =
        IntStream.range(0, judged.size()).filter(i -> judged.get(i).has(metric)).toArray();
    if (known.length < FEWEST_OF_A_SINGLE) {
      return Optional.empty();
    }
    double[] alone = Arrays.stream(known).mapToDouble(i -> judged.get(i).value(metric)).toArray();
    double[] truthThere = at(truth, known);
    double[] ourThere = at(our, known);
    return Optional.of(
        new Single(
            metric.id(),
            known.length,
            interval(truthThere, alone, RankCorrelation::spearman),
            RankCorrelation.spearman(truthThere, ourThere),
            Interval.of(
                known.length,
                drawn ->
                    RankCorrelation.spearman(at(truthThere, drawn), at(ourThere, drawn))
                        - RankCorrelation.spearman(at(truthThere, drawn), at(alone, drawn)))));
  }

  private static List<Pick> picks(
      List<Measured> judged, double[] truth, double[] our, double[] plain) {
    List<Pick> picks = new ArrayList<>();
    BUDGETS.forEach(
        (budget, limit) -> {
          int[] affordable =
              IntStream.range(0, judged.size())
                  .filter(i -> judged.get(i).promptPrice() < limit)
                  .toArray();
          if (affordable.length > 0) {
            picks.add(pick(budget, affordable, judged, truth, our, plain));
          }
        });
    return picks;
  }

  private static Pick pick(
      String budget,
      int[] affordable,
      List<Measured> judged,
      double[] truth,
      double[] our,
      double[] plain) {
    int first = best(affordable, our);
    int plainFirst = best(affordable, plain);
    return new Pick(
        budget,
        affordable.length,
        judged.get(first).id().value(),
        standing(affordable, truth, first),
        truth[best(affordable, truth)] - truth[first],
        judged.get(plainFirst).id().value(),
        standing(affordable, truth, plainFirst));
  }

  /** The first of equals, who are in the order of their ids. */
  private static int best(int[] among, double[] merit) {
    int best = among[0];
    for (int i : among) {
      if (merit[i] > merit[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double standing(int[] among, double[] truth, int picked) {
    long above = Arrays.stream(among).filter(i -> truth[i] > truth[picked]).count();
    return (double) above / among.length;
  }

  private static Interval interval(
      double[] a, double[] b, ToDoubleBiFunction<double[], double[]> correlation) {
    return Interval.of(a.length, drawn -> correlation.applyAsDouble(at(a, drawn), at(b, drawn)));
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
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
