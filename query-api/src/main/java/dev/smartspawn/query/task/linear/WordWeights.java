package dev.smartspawn.query.task.linear;

/**
 * The weights of known words. Unlike the buckets of a model, which features of the same hash share,
 * these are for whole hashes: another feature practically never has the same one.
 */
public final class WordWeights {

  static final WordWeights NONE = new WordWeights(new int[0], new byte[0], 1, 0);

  private final int[] words;
  private final byte[] weights;
  private final float scale;
  private final int labels;

  /** Numbers of the words plus 1, by hash; 0 is free. */
  private final int[] slots;

  /**
   * @param words the hash of each word's feature
   * @param weights of all labels for the first word, then for the second, and so on
   * @param scale what a weight of 1 stands for
   */
  WordWeights(int[] words, byte[] weights, float scale, int labels) {
    this.words = words;
    this.weights = weights;
    this.scale = scale;
    this.labels = labels;
    slots = new int[2 * Integer.highestOneBit(Math.max(1, words.length)) * 2];
    for (int word = 0; word < words.length; word++) {
      slots[slot(words[word])] = word + 1;
    }
  }

  /** Rounds weights to whole numbers, the largest to 127. */
  public static WordWeights quantised(int[] words, float[] weights) {
    float largest = Float.MIN_NORMAL;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = largest / Byte.MAX_VALUE;
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = (byte) Math.round(weights[i] / scale);
    }
    int labels = words.length == 0 ? 0 : weights.length / words.length;
    return new WordWeights(words.clone(), rounded, scale, labels);
  }

  private int slot(int hash) {
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0 && words[slots[slot] - 1] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Where the weights of a word begin; -1 if the hash is not that of a word. */
  int find(int hash) {
    int word = slots[slot(hash)];
    return word == 0 ? -1 : (word - 1) * labels;
  }

  double weight(int offset, int label) {
    return weights[offset + label] * scale;
  }

  int[] words() {
    return words;
  }

  byte[] weights() {
    return weights;
  }

  float scale() {
    return scale;
  }
}
