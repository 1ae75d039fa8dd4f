package dev.smartspawn.query.task.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** Begins what the user says, after a system prompt or an earlier turn. */
  private static final Pattern USER_MARK =
      Pattern.compile(
          "(?:^|[\\n.!?>*#]\\s*)(?:user|human|task|request|user (?:query|request|message)|customer"
              + " message)\\s*[:\\]>]+\\**\\s*(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SYSTEM_BLOCK =
      Pattern.compile("<(system|instructions|tools|context)>.*?</\\1>", Pattern.DOTALL);

  private final byte[] material;
  private final String text;

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

  private int endOfQuote(int from, char close) {
    int limit = Math.min(text.length(), from + LONGEST_QUOTE);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == close) {
        return i;
      }
    }
    return -1;
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
    if (text.indexOf(':') < 0 && text.indexOf('<') < 0) {
      return;
    }
    Matcher user = USER_MARK.matcher(text);
    int last = -1;
    while (user.find()) {
      last = user.end();
    }
    if (last > 0) {
      mark(0, last);
    }
    Matcher system = SYSTEM_BLOCK.matcher(text);
    while (system.find()) {
      mark(system.start(), system.end());
    }
  }

  private void mark(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, material.length); i++) {
      material[i] = 1;
    }
  }
}
