package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Models side by side with what the left-out laboratory, our order and the plain one say. */
final class Verdict {

  private final List<Measured> models;
  private final double[] truth;
  private final double[] ours;
  private final double[] spec;

  private Verdict(List<Measured> models, double[] truth, double[] ours, double[] spec) {
    this.models = List.copyOf(models);
    this.truth = truth;
    this.ours = ours;
    this.spec = spec;
  }

  static Verdict of(
      List<Measured> models, Trial trial, Ordering.Learned ours, Ordering.Learned spec) {
    Category category = trial.asked();
    return new Verdict(
        models,
        models.stream().mapToDouble(model -> model.value(trial.truth())).toArray(),
        models.stream().mapToDouble(model -> ours.merit(model, category)).toArray(),
        models.stream().mapToDouble(model -> spec.merit(model, category)).toArray());
  }

  List<Measured> models() {
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

  int[] where(Predicate<Measured> condition) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      if (condition.test(models.get(i))) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The same for the models with these indices only. */
  Verdict on(int[] indices) {
    List<Measured> some = new ArrayList<>();
    for (int i : indices) {
      some.add(models.get(i));
    }
    return new Verdict(some, at(truth, indices), at(ours, indices), at(spec, indices));
  }

  static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}
