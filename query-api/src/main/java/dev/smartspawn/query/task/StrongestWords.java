package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.SparseVector;
import dev.smartspawn.query.task.text.TaskReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the words and signals that spoke most for a category. */
final class StrongestWords {

  private static final int MOST_WORDS = 5;
  private static final int MOST_SIGNALS = 2;

  /** A source with less than this share of the strongest one's weight decided nothing. */
  private static final double WORTH_NAMING = 0.2;

  private record Weighed(int source, double weight) {}

  private final TaskReading reading;

  /** Sums by source: a hash table without the objects that one of the library would make. */
  private final int[] sources;

  private final double[] sums;
  private final boolean[] taken;

  private StrongestWords(TaskReading reading) {
    this.reading = reading;
    int capacity = 2 * Integer.highestOneBit(runs(reading.features()) + 1) * 2;
    sources = new int[capacity];
    sums = new double[capacity];
    taken = new boolean[capacity];
  }

  static List<String> of(TaskReading reading, LinearModel model, int label) {
    StrongestWords words = new StrongestWords(reading);
    words.sumUp(model, label);
    return words.strongest();
  }

  /** How many times the source changes from one feature to the next. */
  private static int runs(SparseVector features) {
    int runs = 0;
    for (int i = 0; i < features.size(); i++) {
      runs += isLastOfRun(features, i) ? 1 : 0;
    }
    return runs;
  }

  private static boolean isLastOfRun(SparseVector features, int i) {
    return i + 1 == features.size() || features.source(i + 1) != features.source(i);
  }

  private void sumUp(LinearModel model, int label) {
    SparseVector features = reading.features();
    double sum = 0;
    for (int i = 0; i < features.size(); i++) {
      sum += model.contribution(features, i, label);
      if (isLastOfRun(features, i)) {
        add(features.source(i), sum);
        sum = 0;
      }
    }
  }

  private void add(int source, double sum) {
    int slot = (source * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(sources.length) + 1);
    while (taken[slot] && sources[slot] != source) {
      slot = slot + 1 & sources.length - 1;
    }
    taken[slot] = true;
    sources[slot] = source;
    sums[slot] += sum;
  }

  private List<Weighed> worthNaming() {
    double largest = 0;
    for (double sum : sums) {
      largest = Math.max(largest, sum);
    }
    List<Weighed> some = new ArrayList<>();
    for (int slot = 0; slot < sums.length; slot++) {
      if (sums[slot] > 0 && sums[slot] >= WORTH_NAMING * largest) {
        some.add(new Weighed(sources[slot], sums[slot]));
      }
    }
    some.sort(Comparator.comparing(Weighed::weight).reversed().thenComparing(Weighed::source));
    return some;
  }

  private List<String> strongest() {
    List<Integer> words = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    for (Weighed weighed : worthNaming()) {
      int source = weighed.source();
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
