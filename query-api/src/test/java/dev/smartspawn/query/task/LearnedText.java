package dev.smartspawn.query.task;

/** A text as a model in training sees it. */
final class LearnedText {

  static final float[] NO_WORDS = {};

  private final int[] buckets;
  private final float[] values;
  private final float[] words;
  private final int label;
  private final double importance;

  /**
   * @param buckets the numbers of its features' buckets, without those that are not learned
   * @param values of these features
   * @param words the vector of its words
   * @param importance how much it counts
   */
  LearnedText(int[] buckets, float[] values, float[] words, int label, double importance) {
    this.buckets = buckets;
    this.values = values;
    this.words = words;
    this.label = label;
    this.importance = importance;
  }

  int[] buckets() {
    return buckets;
  }

  float[] values() {
    return values;
  }

  float[] words() {
    return words;
  }

  int label() {
    return label;
  }

  double importance() {
    return importance;
  }
}
