package dev.smartspawn.ingest.livebench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of a category a model must be judged on to have a figure for it. A mean of less would
 * compare easy tasks with hard ones.
 *
 * <p>The asked tasks of a category are those that at least half of its models were judged on, and
 * the asked number of questions is that of the middle model: so one model's odd rows do not change
 * what is asked of others.
 */
final class Coverage {

  /** The share of the asked tasks, and of the asked questions. */
  static final double MIN_SHARE = 0.75;

  private final Map<String, Asked> asked = new HashMap<>();

  private Coverage() {}

  private record Asked(Set<String> tasks, int questions) {}

  /**
   * @param byModel a list of judgments per model, each answer once
   */
  static Coverage of(Iterable<List<Judgment>> byModel) {
    Map<String, List<List<Judgment>>> byCategory = new TreeMap<>();
    for (List<Judgment> ofModel : byModel) {
      ofModel.stream()
          .collect(Collectors.groupingBy(Judgment::category))
          .forEach(
              (category, judgments) ->
                  byCategory.computeIfAbsent(category, each -> new ArrayList<>()).add(judgments));
    }
    Coverage coverage = new Coverage();
    byCategory.forEach((category, models) -> coverage.asked.put(category, asked(models)));
    return coverage;
  }

  /**
   * @param judgments of one model in one category
   */
  boolean isEnough(String category, List<Judgment> judgments) {
    Asked wanted = asked.getOrDefault(category, new Asked(Set.of(), 0));
    Set<String> tasks = new HashSet<>(tasks(judgments));
    tasks.retainAll(wanted.tasks());
    return tasks.size() >= MIN_SHARE * wanted.tasks().size()
        && questions(judgments) >= MIN_SHARE * wanted.questions();
  }

  private static Asked asked(List<List<Judgment>> models) {
    Map<String, Integer> judged = new HashMap<>();
    models.forEach(
        judgments -> tasks(judgments).forEach(task -> judged.merge(task, 1, Integer::sum)));
    judged.values().removeIf(count -> 2 * count < models.size());
    int[] questions = models.stream().mapToInt(Coverage::questions).sorted().toArray();
    return new Asked(Set.copyOf(judged.keySet()), questions[questions.length / 2]);
  }

  private static Set<String> tasks(List<Judgment> judgments) {
    return judgments.stream().map(Judgment::task).collect(Collectors.toSet());
  }

  private static int questions(List<Judgment> judgments) {
    return (int) judgments.stream().map(Judgment::question).distinct().count();
  }
}
