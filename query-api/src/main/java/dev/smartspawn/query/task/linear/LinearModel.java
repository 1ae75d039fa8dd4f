package dev.smartspawn.query.task.linear;

import java.util.List;

/**
 * A multinomial logistic regression over hashed features. Its weights are small whole numbers,
 * which costs no measurable accuracy and compresses well. Immutable, safe for many threads.
 */
public final class LinearModel {

  private static final int LARGEST_WEIGHT = 31;

  private final List<String> labels;
  private final int bits;
  private final float scale;
  private final float[] biases;
  private final float temperature;
  private final byte[] weights;
  private final WordWeights words;

  /**
   * @param labels the classes
   * @param bits a feature's weights are found by so many bits of its hash
   * @param scale what a weight of 1 stands for
   * @param temperature divides the scores before they become probabilities
   * @param weights of all labels for the first bucket, then for the second, and so on
   * @param words what words weigh besides
   */
  LinearModel(
      List<String> labels,
      int bits,
      float scale,
      float[] biases,
      float temperature,
      byte[] weights,
      WordWeights words) {
    this.labels = List.copyOf(labels);
    this.bits = bits;
    this.scale = scale;
    this.biases = biases;
    this.temperature = temperature;
    this.weights = weights;
    this.words = words;
  }

  /**
   * Rounds trained weights to whole numbers. The few weights beyond the scale are cut off.
   *
   * @param weights laid out as in the model
   * @param range the largest weight that is kept
   */
  public static LinearModel quantised(
      List<String> labels,
      int bits,
      float[] weights,
      float[] biases,
      float range,
      float temperature) {
    float scale = range / LARGEST_WEIGHT;
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      int steps = Math.round(weights[i] / scale);
      rounded[i] = (byte) Math.max(-LARGEST_WEIGHT, Math.min(LARGEST_WEIGHT, steps));
    }
    return new LinearModel(
        labels, bits, scale, biases.clone(), temperature, rounded, WordWeights.NONE);
  }

  /** The same model, in which words weigh more or less. */
  public LinearModel with(WordWeights others) {
    return new LinearModel(labels, bits, scale, biases, temperature, weights, others);
  }

  public List<String> labels() {
    return labels;
  }

  /** One probability for each label. They sum up to 1. */
  public double[] probabilities(SparseVector features) {
    int classes = labels.size();
    int mask = (1 << bits) - 1;
    double[] scores = new double[classes];
    double[] ofWords = new double[classes];
    for (int i = 0; i < features.size(); i++) {
      int offset = (features.hash(i) & mask) * classes;
      float value = features.value(i);
      for (int c = 0; c < classes; c++) {
        scores[c] += value * weights[offset + c];
      }
      int word = words.find(features.hash(i));
      for (int c = 0; word >= 0 && c < classes; c++) {
        ofWords[c] += value * words.weight(word, c);
      }
    }
    for (int c = 0; c < classes; c++) {
      scores[c] = (scores[c] * scale + ofWords[c] + biases[c]) / temperature;
    }
    return softmax(scores);
  }

  /** How much of a text consists of features that the model has learned: from 0 to 1. */
  public double familiarity(SparseVector features) {
    double known = 0;
    double all = 0;
    for (int i = 0; i < features.size(); i++) {
      double square = features.value(i) * features.value(i);
      all += square;
      known += isKnown(features.hash(i)) ? square : 0;
    }
    return all == 0 ? 0 : known / all;
  }

  private boolean isKnown(int hash) {
    int offset = (hash & ((1 << bits) - 1)) * labels.size();
    for (int c = 0; c < labels.size(); c++) {
      if (weights[offset + c] != 0) {
        return true;
      }
    }
    return words.find(hash) >= 0;
  }

  /** How much a feature speaks for a label, compared with its average over all labels. */
  public double contribution(SparseVector features, int feature, int label) {
    int classes = labels.size();
    int offset = (features.hash(feature) & ((1 << bits) - 1)) * classes;
    int all = 0;
    for (int c = 0; c < classes; c++) {
      all += weights[offset + c];
    }
    double compared = scale * (weights[offset + label] - (double) all / classes);
    int word = words.find(features.hash(feature));
    if (word >= 0) {
      compared += words.weight(word, label);
      for (int c = 0; c < classes; c++) {
        compared -= words.weight(word, c) / classes;
      }
    }
    return features.value(feature) * compared;
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

  float scale() {
    return scale;
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

  WordWeights words() {
    return words;
  }
}
