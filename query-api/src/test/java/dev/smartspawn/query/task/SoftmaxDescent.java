package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One descent through the texts, in one order after the other. */
final class SoftmaxDescent {

  private static final int ROUNDS = 25;
  private static final double STEP = 0.1;
  private static final double PENALTY = 1e-4;

  private final int labels;

  /** Of each bucket the weights, then the sums of squared slopes: they are needed together. */
  private final float[] weights;

  private final float[] biases;
  private final float[] biasSquares;

  /** Null if the model learns nothing from the vectors of words. */
  private final @Nullable DenseLayer dense;

  SoftmaxDescent(int buckets, int labels, @Nullable DenseLayer dense) {
    this.labels = labels;
    this.dense = dense;
    weights = new float[2 * labels * buckets];
    biases = new float[labels];
    biasSquares = new float[labels];
  }

  void run(List<LearnedText> texts, Random random) {
    List<LearnedText> shuffled = new ArrayList<>(texts);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(shuffled, random);
      shuffled.forEach(this::learn);
    }
  }

  private void learn(LearnedText text) {
    double[] errors = probabilities(text);
    errors[text.label()] -= 1;
    for (int c = 0; c < labels; c++) {
      errors[c] *= text.importance();
      float slope = (float) errors[c];
      biasSquares[c] += slope * slope;
      biases[c] -= step(slope, biasSquares[c]);
    }
    if (dense != null) {
      dense.learn(text.words(), errors);
    }
    for (int i = 0; i < text.buckets().length; i++) {
      int weight = text.buckets()[i] * 2 * labels;
      float value = text.values()[i];
      for (int c = 0; c < labels; c++, weight++) {
        float slope = (float) (errors[c] * value + PENALTY * weights[weight]);
        float squares = weights[weight + labels] + slope * slope;
        weights[weight + labels] = squares;
        weights[weight] -= step(slope, squares);
      }
    }
  }

  private static float step(float slope, float squares) {
    return (float) (STEP * slope / Math.sqrt(squares + 1e-8));
  }

  private double[] probabilities(LearnedText text) {
    double[] scores = new double[labels];
    for (int c = 0; c < labels; c++) {
      scores[c] = biases[c];
    }
    for (int i = 0; i < text.buckets().length; i++) {
      int offset = text.buckets()[i] * 2 * labels;
      float value = text.values()[i];
      for (int c = 0; c < labels; c++) {
        scores[c] += value * weights[offset + c];
      }
    }
    if (dense != null) {
      dense.addScores(text.words(), scores);
    }
    return LinearModel.softmax(scores);
  }

  /** Adds up the weights of two descents through the same texts. */
  void add(SoftmaxDescent other) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += other.weights[i];
    }
    for (int c = 0; c < labels; c++) {
      biases[c] += other.biases[c];
    }
    if (dense != null && other.dense != null) {
      dense.add(other.dense);
    }
  }

  void divide(int by) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= by;
    }
    for (int c = 0; c < labels; c++) {
      biases[c] /= by;
    }
    if (dense != null) {
      dense.divide(by);
    }
  }

  float weight(int bucket, int label) {
    return weights[bucket * 2 * labels + label];
  }

  float[] biases() {
    return biases.clone();
  }

  @Nullable DenseLayer dense() {
    return dense;
  }
}
