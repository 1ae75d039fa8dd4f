package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Models with the values of the hidden laboratory, of our ranking and of the specification's. */
final class OrderComparison {

  private final List<MeasuredModel> models;
  private final double[] truth;
  private final double[] ours;
  private final double[] spec;

  private OrderComparison(
      List<MeasuredModel> models, double[] truth, double[] ours, double[] spec) {
    this.models = List.copyOf(models);
    this.truth = truth;
    this.ours = ours;
    this.spec = spec;
  }

  static OrderComparison of(
      List<MeasuredModel> models,
      HoldOutTrial trial,
      RankingMethod.Learned ours,
      RankingMethod.Learned spec) {
    Category category = trial.asked();
    return new OrderComparison(
        models,
        models.stream().mapToDouble(model -> model.value(trial.truth())).toArray(),
        models.stream().mapToDouble(model -> ours.merit(model, category)).toArray(),
        models.stream().mapToDouble(model -> spec.merit(model, category)).toArray());
  }

  List<MeasuredModel> models() {
    return models;
  }

  double[] truth() {
    return truth.clone();
  }

  double[] ours() {
    return ours.clone();
  }

  double[] spec() {
    return spec.clone();
  }

  int[] where(Predicate<MeasuredModel> condition) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      if (condition.test(models.get(i))) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The same for the models with these indices only. */
  OrderComparison on(int[] indices) {
    List<MeasuredModel> some = new ArrayList<>();
    for (int i : indices) {
      some.add(models.get(i));
    }
    return new OrderComparison(some, at(truth, indices), at(ours, indices), at(spec, indices));
  }

  static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}
