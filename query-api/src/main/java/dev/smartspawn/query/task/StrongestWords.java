package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.SparseVector;
import dev.smartspawn.query.task.text.TaskReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the words and signals that spoke most for a category. */
final class StrongestWords {

  private static final int MOST_WORDS = 5;
  private static final int MOST_SIGNALS = 2;

  /** A source with less than this share of the strongest one's weight decided nothing. */
  private static final double WORTH_NAMING = 0.2;

  private record Weighed(int source, double weight) {}

  private final TaskReading reading;
  private final Map<Integer, Double> bySource = new HashMap<>();

  private StrongestWords(TaskReading reading) {
    this.reading = reading;
  }

  static List<String> of(TaskReading reading, LinearModel model, int label) {
    StrongestWords words = new StrongestWords(reading);
    words.sumUp(model, label);
    return words.strongest();
  }

  private void sumUp(LinearModel model, int label) {
    SparseVector features = reading.features();
    double sum = 0;
    for (int i = 0; i < features.size(); i++) {
      sum += model.contribution(features, i, label);
      boolean isLast = i + 1 == features.size() || features.source(i + 1) != features.source(i);
      if (isLast) {
        bySource.merge(features.source(i), sum, Double::sum);
        sum = 0;
      }
    }
  }

  private List<String> strongest() {
    List<Weighed> ranked =
        bySource.entrySet().stream()
            .map(entry -> new Weighed(entry.getKey(), entry.getValue()))
            .filter(weighed -> weighed.weight() > 0)
            .sorted(Comparator.comparing(Weighed::weight).reversed().thenComparing(Weighed::source))
            .toList();
    List<Integer> words = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    for (Weighed weighed : ranked) {
      int source = weighed.source();
      if (weighed.weight() < WORTH_NAMING * ranked.get(0).weight()) {
        break;
      }
      if (TaskReading.isSignal(source)) {
        if (signals.size() < MOST_SIGNALS) {
          signals.add(reading.label(source));
        }
      } else if (words.size() < MOST_WORDS && words.stream().noneMatch(w -> overlap(w, source))) {
        words.add(source);
      }
    }
    words.sort(Comparator.naturalOrder());
    return Stream.concat(words.stream().map(reading::label), signals.stream()).distinct().toList();
  }

  private static boolean overlap(int one, int other) {
    return TaskReading.start(one) < TaskReading.end(other)
        && TaskReading.start(other) < TaskReading.end(one);
  }
}
