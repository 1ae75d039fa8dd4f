package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.SparseVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Trains a multinomial logistic regression by stochastic gradient descent with adaptive steps
 * (AdaGrad). One thread, one fixed order and exact arithmetic: the same examples always give the
 * same weights, on any machine.
 */
final class SoftmaxTrainer {

  /**
   * @param weight how much it counts; 1 for a task
   */
  record Example(SparseVector features, int label, double weight) {}

  /**
   * @param text the vector of its words
   */
  private record Learned(Example example, float[] text) {}

  private static final float[] NO_VECTOR = {};
  private static final long SEED = 7;
  private static final int ROUNDS = 25;
  private static final double STEP = 0.1;
  private static final double PENALTY = 1e-4;

  /** How far rare labels are made up for: 0 not at all, 1 as if all were equally frequent. */
  private static final double BALANCE = 0.5;

  /** How much a rare feature counts more than a frequent one: nearly 3 times at most. */
  private static final double RARITY = 0.7;

  /** What fewer tasks have says nothing about the next task, and would fill the model. */
  private static final int FEWEST_TASKS = 3;

  /** So many of a million weights may be beyond the largest whole number. */
  private static final int CUT_OFF_PER_MILLION = 20;

  private final List<String> labels;
  private final int mask;
  private final float[] weights;
  private final float[] squares;
  private final float[] biases;
  private final float[] biasSquares;

  /** What a feature's value is multiplied with; 0 if it is too rare to be learned. */
  private final float[] rarity;

  /** Null if the model learns nothing from the vectors of words. */
  private final @Nullable DenseLayer dense;

  private SoftmaxTrainer(List<String> labels, int bits, @Nullable WordVectors vectors) {
    this.labels = labels;
    dense = vectors == null ? null : new DenseLayer(vectors, labels.size());
    mask = (1 << bits) - 1;
    weights = new float[labels.size() << bits];
    squares = new float[weights.length];
    biases = new float[labels.size()];
    biasSquares = new float[labels.size()];
    rarity = new float[1 << bits];
  }

  /**
   * @param vectors of words, for a model with many more buckets than there are words; else null
   * @param handicaps what is taken off the scores of labels once they are trained
   */
  static LinearModel train(
      List<Example> examples,
      List<String> labels,
      int bits,
      float temperature,
      @Nullable WordVectors vectors,
      Map<String, Float> handicaps) {
    SoftmaxTrainer trainer = new SoftmaxTrainer(labels, bits, vectors);
    trainer.run(examples);
    handicaps.forEach((label, handicap) -> trainer.biases[labels.indexOf(label)] -= handicap);
    LinearModel model =
        LinearModel.quantised(
            labels, bits, trainer.weights, trainer.biases, trainer.range(), temperature);
    return trainer.dense == null ? model : model.with(trainer.dense.ofWords());
  }

  private void run(List<Example> examples) {
    measureRarity(examples);
    double[] importance = importance(examples);
    List<Learned> shuffled = new ArrayList<>();
    for (Example example : examples) {
      float[] text = dense == null ? NO_VECTOR : dense.read(example.features());
      shuffled.add(new Learned(example, text));
    }
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(shuffled, random);
      for (Learned learned : shuffled) {
        Example example = learned.example();
        learn(learned, example.weight() * importance[example.label()]);
      }
    }
    includeRarity();
  }

  private void measureRarity(List<Example> examples) {
    int[] tasks = new int[rarity.length];
    for (Example example : examples) {
      SparseVector features = example.features();
      for (int i = 0; i < features.size(); i++) {
        tasks[features.hash(i) & mask]++;
      }
    }
    for (int bucket = 0; bucket < tasks.length; bucket++) {
      if (tasks[bucket] >= FEWEST_TASKS) {
        double oneOf = (examples.size() + 1.0) / (tasks[bucket] + 1);
        rarity[bucket] = (float) (RARITY * Math.sqrt(StrictMath.log(2 + oneOf)));
      }
    }
  }

  /** From here on the weights are for the values as they are read. */
  private void includeRarity() {
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= rarity[i / labels.size()];
    }
  }

  private double[] importance(List<Example> examples) {
    int[] counts = new int[labels.size()];
    for (Example example : examples) {
      counts[example.label()]++;
    }
    double[] importance = new double[counts.length];
    for (int c = 0; c < counts.length; c++) {
      double fair = (double) examples.size() / counts.length;
      importance[c] = counts[c] == 0 ? 0 : StrictMath.pow(fair / counts[c], BALANCE);
    }
    return importance;
  }

  private void learn(Learned learned, double importance) {
    Example example = learned.example();
    double[] errors = probabilities(example.features(), learned.text());
    errors[example.label()] -= 1;
    for (int c = 0; c < errors.length; c++) {
      errors[c] *= importance;
      float slope = (float) errors[c];
      biasSquares[c] += slope * slope;
      biases[c] -= step(slope, biasSquares[c]);
    }
    if (dense != null) {
      dense.learn(learned.text(), errors);
    }
    SparseVector features = example.features();
    for (int i = 0; i < features.size(); i++) {
      int bucket = features.hash(i) & mask;
      if (rarity[bucket] == 0) {
        continue;
      }
      int offset = bucket * errors.length;
      float value = features.value(i) * rarity[bucket];
      for (int c = 0; c < errors.length; c++) {
        float slope = (float) (errors[c] * value + PENALTY * weights[offset + c]);
        squares[offset + c] += slope * slope;
        weights[offset + c] -= step(slope, squares[offset + c]);
      }
    }
  }

  private static float step(float slope, float squares) {
    return (float) (STEP * slope / Math.sqrt(squares + 1e-8));
  }

  private double[] probabilities(SparseVector features, float[] text) {
    int classes = labels.size();
    double[] scores = new double[classes];
    for (int c = 0; c < classes; c++) {
      scores[c] = biases[c];
    }
    for (int i = 0; i < features.size(); i++) {
      int bucket = features.hash(i) & mask;
      int offset = bucket * classes;
      float value = features.value(i) * rarity[bucket];
      for (int c = 0; c < classes; c++) {
        scores[c] += value * weights[offset + c];
      }
    }
    if (dense != null) {
      dense.addScores(text, scores);
    }
    return LinearModel.softmax(scores);
  }

  private float range() {
    float[] sizes = new float[weights.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(weights[i]);
    }
    Arrays.sort(sizes);
    int cutOff = (int) ((long) sizes.length * CUT_OFF_PER_MILLION / 1_000_000);
    return Math.max(sizes[sizes.length - 1 - cutOff], Float.MIN_NORMAL);
  }
}
