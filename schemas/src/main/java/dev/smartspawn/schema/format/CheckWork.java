package dev.smartspawn.schema.format;

/**
 * Counts the work of one check and ends it when it is too much. Steps are counted instead of time,
 * so that the same check always ends in the same way.
 */
final class CheckWork {

  /** One schema against one value, or a thousand characters that a pattern reads. */
  private static final long MOST_STEPS = 300_000;

  private static final long CHARACTERS_PER_STEP = 1_000;

  private long steps;
  private long characters;

  void begin() {
    steps = 0;
    characters = 0;
  }

  void step() {
    if (++steps > MOST_STEPS) {
      throw new TooMuchWorkException();
    }
  }

  void character() {
    if (++characters % CHARACTERS_PER_STEP == 0) {
      step();
    }
  }

  static final class TooMuchWorkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchWorkException() {
      super("too much work", null, false, false);
    }
  }
}
