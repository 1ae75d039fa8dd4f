package dev.smartspawn.query.task.text;

import java.util.List;

/**
 * Tells lines of code, rows of tables and items of lists by their form. It looks at each character
 * a fixed number of times: patterns take several times as long.
 */
final class CodeLines {

  private static final List<String> KEYWORDS =
      List.of(
          "import",
          "from",
          "def",
          "class",
          "public",
          "private",
          "protected",
          "static",
          "const",
          "let",
          "var",
          "return",
          "else",
          "elif",
          "#include",
          "using",
          "package",
          "func",
          "fn",
          "function",
          "async",
          "await",
          "try",
          "except",
          "catch",
          "SELECT",
          "INSERT",
          "UPDATE",
          "CREATE",
          "DELETE",
          "FROM",
          "WHERE",
          "JOIN",
          "print",
          "echo",
          "sudo",
          "git",
          "npm",
          "pip",
          "docker",
          "export",
          "end");
  private static final List<String> CONDITIONS =
      List.of("if(", "if (", "for(", "for (", "while(", "while (", "library(");
  private static final List<String> COMMENTS = List.of("//", "#", "--", "/*", "*", "%");
  private static final String BULLETS = "-*•–";
  private static final int FEWEST_COMMAS = 3;

  private final String text;

  /** The line without the white space at its ends. */
  private int from;

  private int to;

  CodeLines(String text) {
    this.text = text;
  }

  /** Looks at another line. */
  void line(int start, int end) {
    from = start;
    to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
  }

  boolean isBlank() {
    return from == to;
  }

  boolean isCode() {
    char last = text.charAt(to - 1);
    return last == ';'
        || last == '{'
        || last == '}'
        || beginsWithKeyword()
        || beginsWithCondition()
        || isAssignment()
        || isTag()
        || isComment()
        || endsWithCall()
        || hasOperator();
  }

  private boolean beginsWithKeyword() {
    char first = text.charAt(from);
    for (String keyword : KEYWORDS) {
      if (keyword.charAt(0) == first && begins(keyword)) {
        int end = from + keyword.length();
        if (end < to && !isLetter(text.charAt(end))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean beginsWithCondition() {
    for (String condition : CONDITIONS) {
      if (begins(condition)) {
        int at = from + condition.length();
        return at < to && isLetter(text.charAt(at)) && hasSymbol(at);
      }
    }
    return false;
  }

  private boolean hasSymbol(int start) {
    for (int at = start; at < to; at++) {
      char c = text.charAt(at);
      if (!isWordPart(c) || c == '_') {
        return true;
      }
    }
    return false;
  }

  /** A name, possibly with an index, then an assignment of something. */
  private boolean isAssignment() {
    int at = from;
    while (at < to && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      return false;
    }
    at = skipSpace(at);
    if (at < to && text.charAt(at) == '=') {
      return at + 1 < to;
    }
    return at + 2 < to
        && (text.startsWith(":=", at) || text.startsWith("+=", at) || text.startsWith("<-", at));
  }

  private boolean isTag() {
    int name = from + (begins("</") ? 2 : 1);
    return text.charAt(from) == '<'
        && text.charAt(to - 1) == '>'
        && name < to
        && isWordPart(text.charAt(name));
  }

  private boolean isComment() {
    for (String comment : COMMENTS) {
      int end = from + comment.length();
      if (begins(comment) && end < to && isSpace(text.charAt(end))) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWithCall() {
    int end = to - 1;
    if (text.charAt(end) == ':') {
      end--;
      while (end > from && isSpace(text.charAt(end))) {
        end--;
      }
    }
    if (end <= from || text.charAt(end) != ')') {
      return false;
    }
    for (int at = end - 1; at > from && text.charAt(at) != ')'; at--) {
      if (text.charAt(at) == '(' && isWordPart(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOperator() {
    for (int at = from; at + 1 < to; at++) {
      char next = text.charAt(at + 1);
      boolean isOperator =
          switch (text.charAt(at)) {
            case '=', '-' -> next == '>';
            case ':' -> next == ':';
            case '&' -> next == '&';
            case '|' -> next == '|';
            default -> false;
          };
      if (isOperator) {
        return true;
      }
    }
    return false;
  }

  /** Values between commas, bars or tabulators. */
  boolean isTableRow() {
    return hasCommas() || hasCells('|', 3) || hasCells('\t', 2);
  }

  private boolean hasCommas() {
    int commas = 0;
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == ',') {
        commas++;
        if (at + 1 == to || text.charAt(at + 1) == ',') {
          return false;
        }
      }
    }
    return commas >= FEWEST_COMMAS;
  }

  /** Whether so many separators follow each other, each with something in between. */
  private boolean hasCells(char separator, int fewest) {
    int run = 0;
    int before = -1;
    for (int at = text.indexOf(separator, from); at >= 0 && at < to; ) {
      run = run > 0 && at > before + 1 ? run + 1 : 1;
      if (run == fewest) {
        return true;
      }
      before = at;
      at = text.indexOf(separator, at + 1);
    }
    return false;
  }

  boolean isListItem() {
    int at = from;
    if (BULLETS.indexOf(text.charAt(at)) >= 0) {
      return at + 1 < to && isSpace(text.charAt(at + 1));
    }
    at += text.charAt(at) == '(' ? 1 : 0;
    int number = at;
    while (at < to && at < number + 2 && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == number && at < to && isWordPart(text.charAt(at)) && text.charAt(at) != '_') {
      at++;
    }
    return at > number
        && at + 1 < to
        && (text.charAt(at) == '.' || text.charAt(at) == ')')
        && isSpace(text.charAt(at + 1));
  }

  private boolean begins(String piece) {
    return from + piece.length() <= to && text.startsWith(piece, from);
  }

  private int skipSpace(int start) {
    int at = start;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > 127 && Character.isWhitespace(c));
  }

  private static boolean isNamePart(char c) {
    return isWordPart(c) || c == '.' || c == '[' || c == ']' || c == '"' || c == '\'';
  }

  static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }

  static boolean isLetter(char c) {
    return c < 128 ? isWordPart(c) : Character.isLetter(c) || Character.isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
