package dev.smartspawn.query.task.text;

import java.text.Normalizer;

/** Folds characters, so that case, accents and full-width forms make no difference. */
final class Letters {

  private static final int FOLDED = 0x2000;
  private static final char[] FOLD = new char[FOLDED];
  private static final char FIRST_FULL_WIDTH = '\uFF01';
  private static final char LAST_FULL_WIDTH = '\uFF5E';
  private static final int FULL_WIDTH_OFFSET = FIRST_FULL_WIDTH - '!';

  static {
    for (char c = 0; c < FOLDED; c++) {
      char lower = Character.toLowerCase(c);
      FOLD[c] = isLatin(lower) ? withoutAccent(lower) : lower;
    }
  }

  private Letters() {}

  static char fold(char c) {
    if (c < FOLDED) {
      return FOLD[c];
    }
    if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
      return FOLD[c - FULL_WIDTH_OFFSET];
    }
    return Character.toLowerCase(c);
  }

  private static boolean isLatin(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static char withoutAccent(char c) {
    return switch (c) {
      case 'đ' -> 'd';
      case 'ı' -> 'i';
      case 'ł' -> 'l';
      case 'ø' -> 'o';
      default -> Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    };
  }

  /** Whether words of this character's script are written without spaces between them. */
  static boolean isUnspaced(char c) {
    return (c >= '\u2E80' && c <= '\u9FFF' && c != '\u3000' && !isCjkPunctuation(c))
        || (c >= '\u0E00' && c <= '\u0EFF')
        || (c >= '\u1000' && c <= '\u109F')
        || (c >= '\u1780' && c <= '\u17FF')
        || (c >= '\uF900' && c <= '\uFAFF')
        || (c >= '\uFF66' && c <= '\uFF9F');
  }

  private static boolean isCjkPunctuation(char c) {
    return c >= '\u3000' && c <= '\u303F' && c != '\u3005';
  }

  /** Whether a word may contain the character; marks and surrogates of rare scripts included. */
  static boolean isWordPart(char c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (Character.isLetter(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
