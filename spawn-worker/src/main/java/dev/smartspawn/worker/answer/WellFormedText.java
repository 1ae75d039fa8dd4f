package dev.smartspawn.worker.answer;

/** Texts without half characters: strict JSON readers refuse a document that has one. */
public final class WellFormedText {

  private static final char REPLACEMENT = '\uFFFD';

  private WellFormedText() {}

  /** The text with each unpaired surrogate replaced. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUnpaired(text, i)) {
        return repaired(text);
      }
    }
    return text;
  }

  /**
   * At most so many UTF-16 units, cut between code points.
   *
   * @param ellipsis follows where something was cut
   */
  public static String shortened(String text, int maxLength, String ellipsis) {
    String whole = of(text);
    if (whole.length() <= maxLength) {
      return whole;
    }
    int end = Character.isHighSurrogate(whole.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
    return whole.substring(0, end) + ellipsis;
  }

  private static String repaired(String text) {
    StringBuilder repaired = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isUnpaired(text, i)) {
        repaired.setCharAt(i, REPLACEMENT);
      }
    }
    return repaired.toString();
  }

  private static boolean isUnpaired(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
