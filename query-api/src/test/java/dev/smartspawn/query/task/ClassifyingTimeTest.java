package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How long tasks of different lengths take, in processor time of one thread. Other work on the
 * machine makes single rounds slower, so the best of some rounds counts. The tests' Java compiles
 * less well than a service's, which takes half the time (docs/tasks.md).
 */
class ClassifyingTimeTest {

  private static final long SEED = 5;
  private static final int TEXTS = 300;
  private static final int ROUNDS = 8;
  private static final int WARM_UP_ROUNDS = 8;

  private record Times(double medianMillis, double slowOfHundredMillis) {}

  /** Uses the answers, so that the compiler cannot leave out the work. */
  private int read;

  private final TaskClassifier classifier = TaskClassifier.standard();

  @Test
  void timeGrowsWithLengthAndNotFaster() {
    Times shorter = best(1_000);
    Times longer = best(2_000);
    print(60, best(60));
    print(1_000, shorter);
    print(2_000, longer);

    assertThat(read).isPositive();
    assertThat(longer.medianMillis()).isLessThan(3 * shorter.medianMillis());
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
