package dev.smartspawn.query.task.linear;

import java.util.Arrays;
import java.util.List;

/**
 * A multinomial logistic regression over hashed features. Its weights are small whole numbers,
 * which costs no measurable accuracy and compresses well. Immutable, safe for many threads.
 */
public final class LinearModel {

  private static final int LARGEST_WEIGHT = 31;

  private final List<String> labels;
  private final int bits;
  private final float[] scales;
  private final float[] biases;
  private final float temperature;
  private final byte[] weights;

  /**
   * @param labels the classes
   * @param bits a feature's weights are found by so many bits of its hash
   * @param scales one for each label: what a weight of 1 stands for
   * @param temperature divides the scores before they become probabilities
   * @param weights of all labels for the first bucket, then for the second, and so on
   */
  LinearModel(
      List<String> labels,
      int bits,
      float[] scales,
      float[] biases,
      float temperature,
      byte[] weights) {
    this.labels = List.copyOf(labels);
    this.bits = bits;
    this.scales = scales;
    this.biases = biases;
    this.temperature = temperature;
    this.weights = weights;
  }

  /**
   * Rounds trained weights to whole numbers. The few weights beyond the scale are cut off.
   *
   * @param weights laid out as in the model
   * @param range of each label: the largest weight that is kept
   */
  public static LinearModel quantised(
      List<String> labels,
      int bits,
      float[] weights,
      float[] biases,
      float range,
      float temperature) {
    float scale = range / LARGEST_WEIGHT;
    float[] scales = new float[labels.size()];
    Arrays.fill(scales, scale);
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      int steps = Math.round(weights[i] / scale);
      rounded[i] = (byte) Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, steps));
    }
    return new LinearModel(labels, bits, scales, biases.clone(), temperature, rounded);
  }

  public List<String> labels() {
    return labels;
  }

  /** One probability for each label. They sum up to 1. */
  public double[] probabilities(SparseVector features) {
    int classes = labels.size();
    int mask = (1 << bits) - 1;
    double[] scores = new double[classes];
    for (int i = 0; i < features.size(); i++) {
      int offset = (features.hash(i) & mask) * classes;
      float value = features.value(i);
      for (int c = 0; c < classes; c++) {
        scores[c] += value * weights[offset + c];
      }
    }
    for (int c = 0; c < classes; c++) {
      scores[c] = (scores[c] * scales[c] + biases[c]) / temperature;
    }
    return softmax(scores);
  }

  /** How much a feature speaks for a label, compared with its average over all labels. */
  public double contribution(SparseVector features, int feature, int label) {
    int classes = labels.size();
    int offset = (features.hash(feature) & ((1 << bits) - 1)) * classes;
    double all = 0;
    for (int c = 0; c < classes; c++) {
      all += weights[offset + c] * scales[c];
    }
    return features.value(feature) * (weights[offset + label] * scales[label] - all / classes);
  }

  /** Turns scores into probabilities, in place. */
  public static double[] softmax(double[] scores) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = StrictMath.exp(scores[c] - largest);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  int bits() {
    return bits;
  }

  float[] scales() {
    return scales;
  }

  float[] biases() {
    return biases;
  }

  float temperature() {
    return temperature;
  }

  byte[] weights() {
    return weights;
  }
}
