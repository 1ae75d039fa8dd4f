package dev.smartspawn.query.task;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures how long tasks of different lengths take, in processor time of one thread. Other work on
 * the machine makes single rounds slower, so the best of some rounds counts. Run {@code main} with
 * the test class path.
 */
final class ClassifyingBenchmark {

  private static final long SEED = 5;
  private static final int TEXTS = 300;
  private static final int ROUNDS = 8;
  private static final int WARM_UP_ROUNDS = 8;

  private record Times(double medianMillis, double slowOfHundredMillis) {}

  /** Uses the answers, so that the compiler cannot leave out the work. */
  private int read;

  private final TaskClassifier classifier = TaskClassifier.standard();

  private ClassifyingBenchmark() {}

  public static void main(String[] args) {
    ClassifyingBenchmark benchmark = new ClassifyingBenchmark();
    for (int length : new int[] {60, 500, 1_000, 2_000, 4_000, 6_000}) {
      print(length, benchmark.best(length));
    }
    System.out.printf("%d words were read%n", benchmark.read);
  }

  private static void print(int length, Times times) {
    System.out.printf(
        "classifying %d characters: median %.3f ms, 99 of 100 at most %.3f ms%n",
        length, times.medianMillis(), times.slowOfHundredMillis());
  }

  private Times best(int length) {
    List<String> texts = texts(length);
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      measure(texts);
    }
    double median = Double.MAX_VALUE;
    double slow = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      double[] millis = measure(texts);
      median = Math.min(median, millis[millis.length / 2]);
      slow = Math.min(slow, millis[millis.length * 99 / 100]);
    }
    return new Times(median, slow);
  }

  private double[] measure(List<String> texts) {
    double[] millis = new double[texts.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = processorTimeNanos();
      read += classifier.classify(texts.get(i)).matched().size();
      millis[i] = (processorTimeNanos() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static long processorTimeNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Texts of one length, each put together from tasks of all kinds and languages. */
  private static List<String> texts(int length) {
    List<LabelledTask> tasks = LabelledTasks.all();
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>();
    while (texts.size() < TEXTS) {
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        text.append(tasks.get(random.nextInt(tasks.size())).text()).append('\n');
      }
      texts.add(text.substring(0, length));
    }
    return texts;
  }
}
