package dev.smartspawn.worker.call;

/**
 * A text short enough for a record, which holds it as JSON.
 *
 * @param cut whether the end was cut off
 */
record TruncatedText(String text, boolean cut) {

  /** {@code \}{@code u0000}, as control characters and half emoji are written. */
  private static final int BYTES_OF_AN_ESCAPE = 6;

  /**
   * @param maxBytes of the text as a JSON string in UTF-8, escapes included
   */
  static TruncatedText of(String text, int maxBytes) {
    long bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      bytes += bytesOf(codePoint);
      if (bytes > maxBytes) {
        return new TruncatedText(text.substring(0, i), true);
      }
      i += Character.charCount(codePoint);
    }
    return new TruncatedText(text, false);
  }

  /** The most that a JSON writer makes of it. */
  private static int bytesOf(int codePoint) {
    if (codePoint < 0x20 || codePoint == 0x7F) {
      return BYTES_OF_AN_ESCAPE;
    }
    if (codePoint == '"' || codePoint == '\\') {
      return 2;
    }
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint > 0xFFFF) {
      return 2 * BYTES_OF_AN_ESCAPE;
    }
    return Character.isSurrogate((char) codePoint) ? BYTES_OF_AN_ESCAPE : codePoint < 0x800 ? 2 : 3;
  }
}
