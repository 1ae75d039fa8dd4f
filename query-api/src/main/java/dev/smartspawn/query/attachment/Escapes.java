package dev.smartspawn.query.attachment;

/** Reads the text between two quotes of JSON byte by byte. */
final class Escapes {

  private static final int HEX_DIGITS = 4;

  private boolean afterBackslash;
  private int hexLeft;
  private int hex;
  private int character;

  void begin() {
    afterBackslash = false;
    hexLeft = 0;
    character = -1;
  }

  /**
   * Takes the next byte.
   *
   * @return whether it is the quote that ends the text
   */
  boolean ends(int next) {
    character = -1;
    if (hexLeft > 0) {
      hex = hex << 4 | Math.max(0, Character.digit(next, 16));
      hexLeft--;
      character = hexLeft == 0 ? hex : -1;
    } else if (afterBackslash) {
      afterBackslash = false;
      if (next == 'u') {
        hexLeft = HEX_DIGITS;
        hex = 0;
      } else {
        character = escaped(next);
      }
    } else if (next == '\\') {
      afterBackslash = true;
    } else if (next == '"') {
      return true;
    } else {
      character = next;
    }
    return false;
  }

  /** What the last byte stands for; -1 if that needs more bytes. */
  int character() {
    return character;
  }

  private static int escaped(int letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> letter;
    };
  }
}
