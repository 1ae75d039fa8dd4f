package dev.smartspawn.query.task.linear;

import java.util.Arrays;

/**
 * Hashed features of a text, each with its value and its source. Features come in blocks, each of
 * which is normalised for itself. A feature counts once in a block, however often the text has it.
 */
public final class SparseVector {

  private static final int FIRST_CAPACITY = 512;

  private int[] hashes;
  private float[] values;
  private int[] sources;
  private int size;
  private int blockStart;

  /** Numbers of the block's features plus 1, by hash; 0 is free. */
  private int[] inBlock;

  public SparseVector() {
    this(0);
  }

  /**
   * @param expected about so many features will be added; more or fewer cost only time
   */
  public SparseVector(int expected) {
    int capacity = Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, expected)));
    hashes = new int[capacity];
    values = new float[capacity];
    sources = new int[capacity];
    inBlock = new int[2 * capacity];
  }

  /**
   * Adds a feature, unless the block has it already.
   *
   * @param source where the feature was found; this class gives it no meaning
   */
  public void add(int hash, float value, int source) {
    int slot = slot(hash);
    if (inBlock[slot] != 0) {
      return;
    }
    if (size == hashes.length) {
      resize(size * 2);
    }
    hashes[size] = hash;
    values[size] = value;
    sources[size++] = source;
    inBlock[slot] = size;
    if ((size - blockStart) * 2 > inBlock.length) {
      growBlock();
    }
  }

  private int slot(int hash) {
    int slot = hash & inBlock.length - 1;
    while (inBlock[slot] != 0 && hashes[inBlock[slot] - 1] != hash) {
      slot = slot + 1 & inBlock.length - 1;
    }
    return slot;
  }

  private void growBlock() {
    inBlock = new int[inBlock.length * 2];
    for (int i = blockStart; i < size; i++) {
      inBlock[slot(hashes[i])] = i + 1;
    }
  }

  /** Ends a block: its features together get the given length. */
  public void endBlock(double length) {
    double squares = 0;
    for (int i = blockStart; i < size; i++) {
      squares += values[i] * values[i];
    }
    if (squares > 0) {
      float factor = (float) (length / Math.sqrt(squares));
      for (int i = blockStart; i < size; i++) {
        values[i] *= factor;
      }
    }
    blockStart = size;
    Arrays.fill(inBlock, 0);
  }

  /** Frees what is not used. */
  public SparseVector trimmed() {
    inBlock = new int[0];
    resize(size);
    return this;
  }

  private void resize(int capacity) {
    hashes = Arrays.copyOf(hashes, capacity);
    values = Arrays.copyOf(values, capacity);
    sources = Arrays.copyOf(sources, capacity);
  }

  public int size() {
    return size;
  }

  public int hash(int feature) {
    return hashes[feature];
  }

  public float value(int feature) {
    return values[feature];
  }

  public int source(int feature) {
    return sources[feature];
  }
}
