package dev.smartspawn.query.task.text;

import dev.smartspawn.query.task.linear.SparseVector;

/**
 * Features of signals: one for the level itself, one for each level that is reached, and one that
 * joins some signals with the length of the text.
 */
final class SignalFeatures {

  private static final double LENGTH = 0.6;

  /** A formula in a short text means more than one in a long text. */
  private static final Signal[] JOINED_WITH_LENGTH = {
    Signal.CODE_LINES, Signal.FORMULAS, Signal.DIGITS, Signal.SYMBOLS, Signal.QUESTION
  };

  private static final Signal[] SIGNALS = Signal.values();
  private static final int LEVEL = 0x100;
  private static final int REACHED = 0x200;
  private static final int JOINED = 0x300;

  private SignalFeatures() {}

  static void add(int[] levels, SparseVector features) {
    for (Signal signal : SIGNALS) {
      int level = levels[signal.number()];
      add(LEVEL, signal, level, features);
      for (int reached = 1; reached <= level; reached++) {
        add(REACHED, signal, reached, features);
      }
    }
    int length = Math.max(0, Math.min(3, (levels[Signal.LENGTH.number()] - 4) / 2));
    for (Signal signal : JOINED_WITH_LENGTH) {
      add(JOINED + length, signal, levels[signal.number()], features);
    }
    features.endBlock(LENGTH);
  }

  private static void add(int kind, Signal signal, int level, SparseVector features) {
    int hash = Hashes.add(Hashes.add(Hashes.start(kind), signal.number()), level);
    features.add(Hashes.finish(hash), 1, TaskReading.source(signal));
  }
}
