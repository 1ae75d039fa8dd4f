package dev.smartspawn.query.task.text;

import java.util.List;

/**
 * Separates what a text asks for from what it is to be done with. The instruction of a long text
 * stands at its beginning or at its end; what is quoted, fenced or said to another role is
 * material.
 */
final class Regions {

  private static final int OPENING_CHARS = 240;
  private static final int ENDING_CHARS = 200;

  /** In a longer text, a short first or last paragraph is the instruction. */
  private static final int LONG_CHARS = 600;

  private static final String PARAGRAPH_END = "\n\n";
  private static final int SHORTEST_REGION = 12;
  private static final int LONGEST_QUOTE = 2_000;
  private static final int SHORTEST_QUOTE = 3;

  /** Each begins what the user says, after a system prompt or an earlier turn. */
  private static final List<String> USER_MARKS =
      List.of(
          "user",
          "human",
          "task",
          "request",
          "user query",
          "user request",
          "user message",
          "customer message");

  private static final String BEFORE_A_MARK = "\n.!?>*#";
  private static final int MOST_SPACE = 8;
  private static final List<String> SYSTEM_BLOCKS =
      List.of("system", "instructions", "tools", "context");

  private final byte[] material;
  private final String text;
  private String unclosed = "";

  private Regions(String text) {
    this.text = text;
    material = new byte[text.length()];
  }

  static Regions of(String text) {
    Regions regions = new Regions(text);
    regions.markMiddle();
    regions.markQuotes();
    regions.markRoles();
    return regions;
  }

  boolean isMaterial(int position) {
    return material[position] != 0;
  }

  private void markMiddle() {
    int from = OPENING_CHARS;
    int to = text.length() - ENDING_CHARS;
    if (text.length() > LONG_CHARS) {
      int firstEnd = text.indexOf(PARAGRAPH_END);
      int lastStart = text.stripTrailing().lastIndexOf(PARAGRAPH_END);
      boolean hasOpening = firstEnd > 0 && firstEnd < from;
      boolean hasEnding = lastStart > to;
      if (hasOpening) {
        from = Math.max(firstEnd, SHORTEST_REGION);
        to = hasEnding ? to : text.length();
      }
      if (hasEnding) {
        to = Math.min(lastStart, text.length() - SHORTEST_REGION);
        from = hasOpening ? from : 0;
      }
    }
    mark(from, to);
  }

  private void markQuotes() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      char close = closing(c);
      if (close == 0 || (c == '"' && at > 0 && Letters.isWordPart(text.charAt(at - 1)))) {
        at++;
        continue;
      }
      boolean isFence = text.startsWith("```", at);
      int end = isFence ? text.indexOf("```", at + 3) : endOfQuote(at + 1, close);
      if (isFence && end < 0) {
        end = text.length();
      }
      if (c == '`' && !isFence) {
        at++;
      } else if (end > at + SHORTEST_QUOTE) {
        mark(at + 1, end);
        at = end + (isFence ? 3 : 1);
      } else {
        at++;
      }
    }
  }

  /** A quotation mark that nothing closes is looked for once, not for each that opens. */
  private int endOfQuote(int from, char close) {
    if (unclosed.indexOf(close) >= 0) {
      return -1;
    }
    int end = text.indexOf(close, from);
    if (end < 0) {
      unclosed += close;
    }
    return end < from + LONGEST_QUOTE ? end : -1;
  }

  private static char closing(char open) {
    return switch (open) {
      case '"' -> '"';
      case '\u201C' -> '\u201D';
      case '\u201E' -> '\u201C';
      case '\u00AB' -> '\u00BB';
      case '\u300C' -> '\u300D';
      case '\u300E' -> '\u300F';
      case '`' -> '`';
      default -> 0;
    };
  }

  private void markRoles() {
    int last = -1;
    for (int at = 0; at < text.length(); at++) {
      if (isAfterMark(text.charAt(at)) && endsUserMark(at)) {
        last = skipAfterMark(at);
      }
    }
    if (last > 0 && last < text.length()) {
      mark(0, last);
    }
    for (String block : SYSTEM_BLOCKS) {
      markBlocks("<" + block + ">", "</" + block + ">");
    }
  }

  private void markBlocks(String opening, String closing) {
    int start = text.indexOf(opening);
    while (start >= 0) {
      int end = text.indexOf(closing, start);
      if (end < 0) {
        return;
      }
      mark(start, end + closing.length());
      start = text.indexOf(opening, end);
    }
  }

  private static boolean isAfterMark(char c) {
    return c == ':' || c == ']' || c == '>';
  }

  private boolean endsUserMark(int at) {
    int end = skipSpaceBefore(at);
    for (String mark : USER_MARKS) {
      int start = end - mark.length();
      if (start >= 0 && text.regionMatches(true, start, mark, 0, mark.length())) {
        int before = skipSpaceBefore(start);
        if (before == 0 || BEFORE_A_MARK.indexOf(text.charAt(before - 1)) >= 0) {
          return true;
        }
        if (before < start && text.substring(before, start).indexOf('\n') >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private int skipSpaceBefore(int end) {
    int at = end;
    while (at > 0 && end - at < MOST_SPACE && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int skipAfterMark(int mark) {
    int at = mark;
    while (at < text.length() && isAfterMark(text.charAt(at))) {
      at++;
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private void mark(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, material.length); i++) {
      material[i] = 1;
    }
  }
}
