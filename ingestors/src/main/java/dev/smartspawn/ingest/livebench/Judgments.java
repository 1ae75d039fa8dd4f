package dev.smartspawn.ingest.livebench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes scores from the judgments of all models. If an answer was judged twice, the later
 * judgment counts. A question's score is the mean of its turns, a task's score is the mean of its
 * questions, and a category's score is the mean of its tasks.
 *
 * <p>A model has a category's score only if all its judgments there are usable and there are enough
 * of them, see {@link Coverage}.
 */
final class Judgments {

  /** Digits beyond the tenth are floating-point noise. */
  private static final double PRECISION = 1e10;

  private final Map<Answered, Judgment> latest = new HashMap<>();
  private final Map<String, Integer> uncovered = new TreeMap<>();
  private final Set<Answered> unusable = new HashSet<>();

  /** Models with an unusable judgment that does not say its category. */
  private final Set<String> withoutFigures = new HashSet<>();

  /** Each text once: the rows have the same few thousand, and there are many rows. */
  private final Map<String, String> texts = new HashMap<>();

  void add(Judgment judgment) {
    Judgment shared =
        new Judgment(
            once(judgment.model()),
            once(judgment.category()),
            once(judgment.task()),
            once(judgment.question()),
            judgment.turn(),
            judgment.score(),
            judgment.judgedAtSeconds());
    latest.merge(Answered.in(shared), shared, Judgments::later);
  }

  /**
   * Notes a judgment that was made but cannot be used. It counts unless it was made again.
   *
   * @param category null if the row does not say it: then the model has no category's score
   */
  void addUnusable(
      String model,
      @Nullable String category,
      @Nullable String task,
      @Nullable String question,
      long turn) {
    if (category == null) {
      withoutFigures.add(once(model));
      return;
    }
    // A judgment without a task or a question is not told from others, so none makes it again.
    Task unusableTask = new Task(once(category), task == null ? "" : once(task));
    String unusableQuestion = question == null ? "" : once(question);
    unusable.add(new Answered(once(model), unusableTask, unusableQuestion, turn));
  }

  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /** One result per model, sorted by name. */
  List<LiveBenchResult> results() {
    unusable.removeAll(latest.keySet());
    Map<String, List<Judgment>> byModel = new TreeMap<>();
    byModel.putAll(latest.values().stream().collect(groupingBy(Judgment::model)));
    Coverage coverage = Coverage.of(byModel.values());
    return byModel.entrySet().stream()
        .map(e -> result(e.getKey(), e.getValue(), coverage))
        .toList();
  }

  /** Category to the number of models that were judged on too little of it. */
  Map<String, Integer> uncovered() {
    return Collections.unmodifiableMap(uncovered);
  }

  private LiveBenchResult result(String model, List<Judgment> judgments, Coverage coverage) {
    Map<String, List<Judgment>> judged = judgments.stream().collect(groupingBy(Judgment::category));
    Set<String> refused =
        unusable.stream()
            .filter(answered -> answered.model().equals(model))
            .map(answered -> answered.task().category())
            .collect(toSet());
    Map<Task, Double> tasks = new HashMap<>();
    int questions = 0;
    for (var task : judgments.stream().collect(groupingBy(Task::of)).entrySet()) {
      Map<String, Double> scores =
          means(
              task.getValue().stream()
                  .collect(groupingBy(Judgment::question, mapping(Judgment::score, toList()))));
      tasks.put(task.getKey(), mean(scores.values()));
      questions += scores.size();
    }
    Map<String, Double> categories = byCategory(tasks);
    for (Map.Entry<String, List<Judgment>> category : judged.entrySet()) {
      if (withoutFigures.contains(model)
          || refused.contains(category.getKey())
          || !coverage.isEnough(category.getKey(), category.getValue())) {
        categories.remove(category.getKey());
        uncovered.merge(category.getKey(), 1, Integer::sum);
      }
    }
    return new LiveBenchResult(model, byName(tasks), categories, questions);
  }

  private static Map<String, Double> byName(Map<Task, Double> tasks) {
    Map<String, List<Task>> sameName = tasks.keySet().stream().collect(groupingBy(Task::name));
    Map<String, Double> scores = new TreeMap<>();
    tasks.forEach(
        (task, score) -> {
          boolean unique = sameName.getOrDefault(task.name(), List.of()).size() == 1;
          scores.put(unique ? task.name() : task.category() + "/" + task.name(), score);
        });
    return scores;
  }

  private static Map<String, Double> byCategory(Map<Task, Double> tasks) {
    return means(
        tasks.entrySet().stream()
            .collect(
                groupingBy(
                    task -> task.getKey().category(), mapping(Map.Entry::getValue, toList()))));
  }

  private static Map<String, Double> means(Map<String, List<Double>> groups) {
    Map<String, Double> means = new TreeMap<>();
    groups.forEach((name, values) -> means.put(name, mean(values)));
    return means;
  }

  /** Sums in a fixed order, so that the order of the file's rows does not affect the last digit. */
  private static double mean(Collection<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).sorted().average().orElseThrow();
    return Math.round(mean * PRECISION) / PRECISION;
  }

  private static Judgment later(Judgment one, Judgment other) {
    return other.judgedAtSeconds() >= one.judgedAtSeconds() ? other : one;
  }

  private record Answered(String model, Task task, String question, long turn) {
    static Answered in(Judgment judgment) {
      return new Answered(
          judgment.model(), Task.of(judgment), judgment.question(), judgment.turn());
    }
  }

  private record Task(String category, String name) {
    static Task of(Judgment judgment) {
      return new Task(judgment.category(), judgment.task());
    }
  }
}
