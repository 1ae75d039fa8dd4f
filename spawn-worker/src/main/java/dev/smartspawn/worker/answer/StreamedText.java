package dev.smartspawn.worker.answer;

/**
 * The text of one answer, piece by piece. Most servers send what is new in each piece. Some send
 * the whole text so far, and some send the whole text once more at the end.
 */
final class StreamedText {

  /** A first piece of this length, and then the same with more, is not a model's own repetition. */
  private static final int LONG_PIECE = 12;

  private static final int GROWING_PIECES = 2;

  private final StringBuilder text = new StringBuilder();
  private String last = "";
  private int pieces;
  private int growing;
  private boolean eachBeginsWithLast = true;
  private boolean wholeInEach;

  void append(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    pieces++;
    boolean begins = eachBeginsWithLast && piece.startsWith(last);
    if (begins && pieces > 1) {
      boolean longPiece = last.length() >= LONG_PIECE;
      growing += piece.length() > last.length() ? 1 : 0;
      wholeInEach |= growing > 0 && (longPiece || growing >= GROWING_PIECES) && isText(piece);
    }
    if (wholeInEach && begins) {
      text.setLength(0);
    } else if (isWholeOnceMore(piece)) {
      return;
    }
    eachBeginsWithLast = begins;
    last = begins ? piece : "";
    text.append(piece);
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  boolean isBlank() {
    return text.chars().allMatch(Character::isWhitespace);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private boolean isWholeOnceMore(String piece) {
    return pieces > 2
        && piece.length() >= LONG_PIECE
        && piece.length() == text.length()
        && piece.contentEquals(text);
  }

  /** Models indent and draw lines in pieces that begin like the one before. */
  private static boolean isText(String piece) {
    return piece.chars().filter(Character::isLetterOrDigit).distinct().count() > 1;
  }
}
