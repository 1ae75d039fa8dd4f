package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a multinomial logistic regression by stochastic gradient descent with adaptive steps
 * (AdaGrad), in several orders of the examples, and averages the weights: what depends on the order
 * is chance. The orders are fixed, the arithmetic is exact and the sums are added up in a fixed
 * order: the same examples always give the same weights, on any machine.
 */
final class SoftmaxTrainer {

  /**
   * @param weight how much it counts; 1 for a task
   */
  record Example(SparseVector features, int label, double weight) {}

  private static final long SEED = 7;

  /** How far rare labels are made up for: 0 not at all, 1 as if all were equally frequent. */
  private static final double BALANCE = 0.5;

  /** How much a rare feature counts more than a frequent one: nearly 3 times at most. */
  private static final double RARITY = 0.7;

  /** What fewer tasks have says nothing about the next task, and would fill the model. */
  private static final int FEWEST_TASKS = 3;

  /** So many of a million weights may be beyond the largest whole number. */
  private static final int CUT_OFF_PER_MILLION = 20;

  private static final int NOT_LEARNED = -1;

  private final List<Example> examples;
  private final int labels;
  private final int mask;
  private final @Nullable WordVectors vectors;

  /** The number of each bucket that is learned. */
  private final int[] numbers;

  /** By number, what the values of a bucket's features are multiplied with. */
  private final float[] rarity;

  private SoftmaxTrainer(
      List<Example> examples, int labels, int bits, @Nullable WordVectors vectors) {
    this.examples = examples;
    this.labels = labels;
    this.vectors = vectors;
    mask = (1 << bits) - 1;
    numbers = new int[1 << bits];
    rarity = numberBuckets();
  }

  /**
   * @param vectors of words, for a model with many more buckets than there are words; else null
   * @param handicaps what is taken off the scores of labels once they are trained
   * @param orders so many trainings are averaged
   */
  static LinearModel train(
      List<Example> examples,
      List<String> labels,
      int bits,
      float temperature,
      @Nullable WordVectors vectors,
      Map<String, Float> handicaps,
      int orders) {
    SoftmaxTrainer trainer = new SoftmaxTrainer(examples, labels.size(), bits, vectors);
    SoftmaxDescent average = trainer.average(orders);
    float[] biases = average.biases();
    handicaps.forEach((label, handicap) -> biases[labels.indexOf(label)] -= handicap);
    float[] weights = trainer.spread(average);
    LinearModel model =
        LinearModel.quantised(labels, bits, weights, biases, range(weights), temperature);
    DenseLayer dense = average.dense();
    return dense == null ? model : model.with(dense.ofWords());
  }

  private float[] numberBuckets() {
    int[] tasks = new int[numbers.length];
    for (Example example : examples) {
      SparseVector features = example.features();
      for (int i = 0; i < features.size(); i++) {
        tasks[features.hash(i) & mask]++;
      }
    }
    float[] factors = new float[tasks.length];
    int next = 0;
    for (int bucket = 0; bucket < tasks.length; bucket++) {
      numbers[bucket] = NOT_LEARNED;
      if (tasks[bucket] >= FEWEST_TASKS) {
        double oneOf = (examples.size() + 1.0) / (tasks[bucket] + 1);
        factors[next] = (float) (RARITY * Math.sqrt(StrictMath.log(2 + oneOf)));
        numbers[bucket] = next++;
      }
    }
    return Arrays.copyOf(factors, next);
  }

  private SoftmaxDescent average(int orders) {
    List<LearnedText> texts = texts();
    List<SoftmaxDescent> descents =
        IntStream.range(0, orders)
            .parallel()
            .mapToObj(order -> descend(texts, SEED + order))
            .toList();
    SoftmaxDescent average = descents.get(0);
    descents.stream().skip(1).forEach(average::add);
    average.divide(orders);
    return average;
  }

  private SoftmaxDescent descend(List<LearnedText> texts, long seed) {
    DenseLayer dense = vectors == null ? null : new DenseLayer(vectors, labels);
    SoftmaxDescent descent = new SoftmaxDescent(rarity.length, labels, dense);
    descent.run(texts, new Random(seed));
    return descent;
  }

  private List<LearnedText> texts() {
    double[] importance = importance();
    List<LearnedText> texts = new ArrayList<>();
    for (Example example : examples) {
      SparseVector features = example.features();
      int[] buckets = new int[features.size()];
      float[] values = new float[features.size()];
      int size = 0;
      for (int i = 0; i < features.size(); i++) {
        int number = numbers[features.hash(i) & mask];
        if (number != NOT_LEARNED) {
          buckets[size] = number;
          values[size++] = features.value(i) * rarity[number];
        }
      }
      texts.add(
          new LearnedText(
              Arrays.copyOf(buckets, size),
              Arrays.copyOf(values, size),
              vectors == null ? LearnedText.NO_WORDS : vectors.of(features),
              example.label(),
              example.weight() * importance[example.label()]));
    }
    return texts;
  }

  private double[] importance() {
    int[] counts = new int[labels];
    for (Example example : examples) {
      counts[example.label()]++;
    }
    double[] importance = new double[labels];
    for (int c = 0; c < labels; c++) {
      double fair = (double) examples.size() / labels;
      importance[c] = counts[c] == 0 ? 0 : StrictMath.pow(fair / counts[c], BALANCE);
    }
    return importance;
  }

  /** The weights as the model keeps them: for all buckets, and for the values as they are read. */
  private float[] spread(SoftmaxDescent trained) {
    float[] weights = new float[labels * numbers.length];
    for (int bucket = 0; bucket < numbers.length; bucket++) {
      int number = numbers[bucket];
      for (int c = 0; number != NOT_LEARNED && c < labels; c++) {
        weights[bucket * labels + c] = trained.weight(number, c) * rarity[number];
      }
    }
    return weights;
  }

  private static float range(float[] weights) {
    float[] sizes = new float[weights.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(weights[i]);
    }
    Arrays.sort(sizes);
    int cutOff = (int) ((long) sizes.length * CUT_OFF_PER_MILLION / 1_000_000);
    return Math.max(sizes[sizes.length - 1 - cutOff], Float.MIN_NORMAL);
  }
}
