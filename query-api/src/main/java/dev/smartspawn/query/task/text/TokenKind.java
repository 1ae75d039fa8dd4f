package dev.smartspawn.query.task.text;

/** What a token is made of. */
enum TokenKind {
  /** Letters of a script that separates words. */
  WORD,
  /** Characters of a script that does not, such as Chinese, Japanese and Thai. */
  UNSPACED,
  NUMBER,
  /** Punctuation and operators that stand together. */
  SYMBOL,
  LINE_BREAK,
  /** Separates tokens and is never one itself. */
  SPACE;

  static TokenKind of(char c) {
    if (c == '\n') {
      return LINE_BREAK;
    }
    if (c <= ' ' || c == '\u00A0' || Character.isWhitespace(c)) {
      return SPACE;
    }
    if (Letters.isUnspaced(c)) {
      return UNSPACED;
    }
    if (Letters.isWordPart(c)) {
      return WORD;
    }
    return Character.isDigit(c) ? NUMBER : SYMBOL;
  }
}
