package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.WordWeights;

/**
 * The part of a model that learns from the vectors of a text's words. Because it only adds up, what
 * it learns can be written as one weight for each word and label: a trained model needs no vectors.
 */
final class DenseLayer {

  private static final double STEP = 0.1;
  private static final double PENALTY = 1e-4;

  private final WordVectors vectors;
  private final int labels;
  private final float[] weights;
  private final float[] squares;

  DenseLayer(WordVectors vectors, int labels) {
    this.vectors = vectors;
    this.labels = labels;
    weights = new float[vectors.dimensions() * labels];
    squares = new float[weights.length];
  }

  void addScores(float[] text, double[] scores) {
    for (int d = 0; d < text.length; d++) {
      for (int c = 0; c < labels; c++) {
        scores[c] += text[d] * weights[d * labels + c];
      }
    }
  }

  void learn(float[] text, double[] errors) {
    for (int d = 0; d < text.length; d++) {
      for (int c = 0; c < labels; c++) {
        int i = d * labels + c;
        float slope = (float) (errors[c] * text[d] + PENALTY * weights[i]);
        squares[i] += slope * slope;
        weights[i] -= (float) (STEP * slope / Math.sqrt(squares[i] + 1e-8));
      }
    }
  }

  void add(DenseLayer other) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += other.weights[i];
    }
  }

  void divide(int by) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= by;
    }
  }

  /** What it learned, as one weight for each word and label. */
  WordWeights ofWords() {
    int[] words = vectors.words();
    float[] all = new float[words.length * labels];
    for (int word = 0; word < words.length; word++) {
      double[] scores = new double[labels];
      addScores(vectors.vector(word), scores);
      for (int c = 0; c < labels; c++) {
        all[word * labels + c] = (float) scores[c];
      }
    }
    return WordWeights.quantised(words, all);
  }
}
