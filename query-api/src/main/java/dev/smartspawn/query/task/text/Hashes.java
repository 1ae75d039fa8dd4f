package dev.smartspawn.query.task.text;

/** Hashes of features. Part of the trained model: another hash needs a new training. */
final class Hashes {

  private static final int FNV_START = 0x811C9DC5;
  private static final int FNV_FACTOR = 0x01000193;

  private Hashes() {}

  static int start(int kind) {
    return FNV_START ^ kind;
  }

  static int add(int hash, int value) {
    return (hash ^ value) * FNV_FACTOR;
  }

  /** Spreads a hash over all its bits. */
  static int finish(int hash) {
    int mixed = hash;
    mixed ^= mixed >>> 16;
    mixed *= 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    mixed *= 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }
}
