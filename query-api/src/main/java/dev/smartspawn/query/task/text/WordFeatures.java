package dev.smartspawn.query.task.text;

import dev.smartspawn.query.task.linear.SparseVector;

/**
 * Features of words: each word, each pair of neighbours, in the instruction also each pair with one
 * word between them, parts of words, and the first words once more. Words of the instruction and of
 * the material count alike but with different weights, so that long material does not outvote a
 * short instruction.
 */
final class WordFeatures {

  private static final double INSTRUCTION = 1;
  private static final double MATERIAL = 0.35;
  private static final double PARTS = 0.7;
  private static final double PARTS_OF_MATERIAL = 0.25;
  private static final double FIRST_WORDS = 0.7;
  private static final float SINGLE_CHARACTER = 0.5f;
  private static final float PAIR_APART = 0.5f;

  private static final int SHORTEST_PART = 3;
  private static final int LONGEST_PART = 5;
  private static final int LONGEST_UNSPACED = 4;
  private static final int OPENING_WORDS = 6;
  private static final int OPENING_PAIRS = 4;
  private static final int OPENING_CHARS = 8;

  /** Kinds of features, so that the same word in two of them is two features. */
  private static final int WORD = 1;

  private static final int PAIR = 2;
  private static final int PART = 3;
  private static final int UNSPACED = 4;
  private static final int NUMBER = 5;
  private static final int FIRST = 6;
  private static final int FIRST_PAIR = 7;

  private static final int APART = 9;

  /** Stands before the first word and for what is left out. */
  private static final int START = 8;

  private static final int LONGEST_NUMBER = 4;

  /** So many times the same letter, or so many neighbouring keys, are not a word. */
  private static final int SHORTEST_HELD_KEY = 3;

  /** What fingers do without a thought: keys beside each other, and the alphabet. */
  private static final String ROWS =
      "abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop";

  private final String text;
  private final Tokens tokens;
  private final Regions regions;
  private final SparseVector features;
  private final int[] hashes;
  private final boolean[] material;
  private boolean found;

  WordFeatures(String text, Tokens tokens, Regions regions, SparseVector features) {
    this.text = text;
    this.tokens = tokens;
    this.regions = regions;
    this.features = features;
    hashes = new int[tokens.size()];
    material = new boolean[tokens.size()];
  }

  void read() {
    for (int token = 0; token < tokens.size(); token++) {
      hashes[token] = hash(token);
      material[token] = regions.isMaterial(tokens.start(token));
      found = found || says(token);
    }
    addWords(false);
    features.endBlock(INSTRUCTION);
    addWords(true);
    features.endBlock(MATERIAL);
    addParts(false);
    features.endBlock(PARTS);
    addParts(true);
    features.endBlock(PARTS_OF_MATERIAL);
    addFirstWords();
    features.endBlock(FIRST_WORDS);
  }

  /**
   * Whether there is a word or a number. A single letter gives neither, nor does a key that was
   * held down or a row of keys.
   */
  boolean found() {
    return found;
  }

  private boolean says(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    if (tokens.kind(token) != TokenKind.WORD) {
      return tokens.kind(token) == TokenKind.NUMBER || tokens.kind(token) == TokenKind.UNSPACED;
    }
    if (end - start < SHORTEST_HELD_KEY) {
      return end - start > 1 || tokens.size() > 1;
    }
    return !isHeldKey(start, end) && !isRow(start, end);
  }

  private boolean isHeldKey(int start, int end) {
    char first = Letters.fold(text.charAt(start));
    for (int i = start + 1; i < end; i++) {
      if (Letters.fold(text.charAt(i)) != first) {
        return false;
      }
    }
    return true;
  }

  private boolean isRow(int start, int end) {
    for (int from = 0; from + end - start <= ROWS.length(); from++) {
      int i = start;
      while (i < end && Letters.fold(text.charAt(i)) == ROWS.charAt(from + i - start)) {
        i++;
      }
      if (i == end) {
        return true;
      }
    }
    return false;
  }

  private void addWords(boolean ofMaterial) {
    int before = -1;
    for (int token = 0; token < tokens.size(); token++) {
      if (material[token] != ofMaterial) {
        before = -1;
      } else if (tokens.kind(token) == TokenKind.UNSPACED) {
        addUnspaced(UNSPACED, tokens.start(token), tokens.end(token), LONGEST_UNSPACED);
        before = token;
      } else {
        addWord(token, before);
        before = token;
      }
    }
  }

  private void addWord(int token, int before) {
    if (tokens.kind(token) != TokenKind.LINE_BREAK) {
      features.add(single(WORD, token), 1, source(token));
    }
    int source =
        before < 0 ? source(token) : TaskReading.source(tokens.start(before), tokens.end(token));
    features.add(pair(PAIR, before < 0 ? START : hashes[before], hashes[token]), 1, source);
    if (before > 0 && !material[token] && !material[before - 1]) {
      features.add(pair(APART, hashes[before - 1], hashes[token]), PAIR_APART, source);
    }
  }

  private void addUnspaced(int kind, int start, int end, int longest) {
    for (int from = start; from < end; from++) {
      int hash = Hashes.start(kind);
      for (int to = from; to < Math.min(end, from + longest); to++) {
        hash = Hashes.add(hash, Letters.fold(text.charAt(to)));
        float value = to == from ? SINGLE_CHARACTER : 1;
        features.add(Hashes.finish(hash), value, TaskReading.source(from, to + 1));
      }
    }
  }

  private void addParts(boolean ofMaterial) {
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == TokenKind.WORD && material[token] == ofMaterial) {
        addParts(token);
      }
    }
  }

  private void addParts(int token) {
    int source = source(token);
    int start = tokens.start(token) - 1;
    int end = tokens.end(token) + 1;
    for (int from = start; from < end; from++) {
      int hash = Hashes.start(PART);
      for (int to = from; to < Math.min(end, from + LONGEST_PART); to++) {
        boolean isEdge = to == start || to == end - 1;
        hash = Hashes.add(hash, isEdge ? '_' : Letters.fold(text.charAt(to)));
        if (to - from + 1 >= SHORTEST_PART) {
          features.add(Hashes.finish(hash), 1, source);
        }
      }
    }
  }

  private void addFirstWords() {
    int token = 0;
    while (token < tokens.size() && material[token]) {
      token++;
    }
    int before = START;
    int count = 0;
    for (; token < tokens.size() && count < OPENING_WORDS; token++) {
      if (tokens.kind(token) == TokenKind.LINE_BREAK) {
        continue;
      }
      int source = source(token);
      features.add(single(FIRST, token), 1, source);
      if (count < OPENING_PAIRS) {
        features.add(pair(FIRST_PAIR, before, hashes[token]), 1, source);
      }
      if (tokens.kind(token) == TokenKind.UNSPACED) {
        int start = tokens.start(token);
        addUnspaced(FIRST, start, Math.min(tokens.end(token), start + OPENING_CHARS), 3);
      }
      before = hashes[token];
      count++;
    }
  }

  private int hash(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    if (tokens.kind(token) == TokenKind.NUMBER) {
      return Hashes.add(Hashes.start(NUMBER), Math.min(LONGEST_NUMBER, end - start));
    }
    int hash = Hashes.start(WORD);
    for (int i = start; i < end; i++) {
      hash = Hashes.add(hash, Letters.fold(text.charAt(i)));
    }
    return hash;
  }

  private int single(int kind, int token) {
    return Hashes.finish(Hashes.add(hashes[token], kind));
  }

  private static int pair(int kind, int before, int hash) {
    return Hashes.finish(Hashes.add(before * 31 + hash, kind));
  }

  private int source(int token) {
    return TaskReading.source(tokens.start(token), tokens.end(token));
  }
}
