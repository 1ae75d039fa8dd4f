package dev.smartspawn.schema.format;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of a schema. It is written for ECMAScript and runs on Java's engine, as far as both
 * mean the same; what Java alone has is refused. Matching is counted as work, so that a pattern
 * that backtracks without end is stopped.
 */
final class BoundedPattern implements RegularExpression {

  private static final int MAX_LENGTH = 1_000;

  /** Escapes that only Java has, or that mean something else there. */
  private static final String JAVAS_OWN = "AZzGQEhHRXNaelLuUV";

  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  private final Pattern pattern;
  private final CheckWork work;

  /**
   * @throws UnusableSchemaException for a pattern that is too long, or that Java cannot run
   */
  BoundedPattern(String ecmaScript, CheckWork work) {
    this.work = work;
    if (ecmaScript.length() > MAX_LENGTH) {
      throw new UnusableSchemaException(
          "has a pattern of %,d characters: expected at most %,d"
              .formatted(ecmaScript.length(), MAX_LENGTH));
    }
    try {
      this.pattern = Pattern.compile(java(ecmaScript));
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw refused(ecmaScript);
    }
  }

  @Override
  public boolean matches(String value) {
    return pattern.matcher(new CountedText(value, 0, value.length(), work)).find();
  }

  private static String java(String pattern) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    boolean negated = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
        if (i == pattern.length()) {
          throw refused(pattern);
        }
        java.append(escape(pattern, i, inClass, negated));
        if ("pPu".indexOf(pattern.charAt(i)) >= 0 && pattern.startsWith("{", i + 1)) {
          int end = pattern.indexOf('}', i);
          if (end < 0) {
            throw refused(pattern);
          }
          java.append(pattern, i + 1, end + 1);
          i = end;
        }
      } else if (inClass && (c == '[' || c == '&')) {
        java.append('\\').append(c);
      } else if (!inClass && c == '$') {
        java.append("\\z");
      } else if (!inClass && c == '.') {
        java.append("[^\\n\\r\\u2028\\u2029]");
      } else {
        if (!inClass
            && (c == '*' || c == '+' || c == '?' || c == '}')
            && isPossessive(pattern, i)) {
          throw refused(pattern);
        }
        negated = inClass ? c != ']' && negated : pattern.startsWith("[^", i);
        inClass = inClass ? c != ']' : c == '[';
        java.append(c);
      }
    }
    return java.toString();
  }

  private static String escape(String pattern, int at, boolean inClass, boolean negated) {
    char c = pattern.charAt(at);
    if (c == 'u' && pattern.regionMatches(at + 1, "{", 0, 1)) {
      return "\\x";
    }
    if (c == 'u') {
      return "\\u";
    }
    if (c == 'v') {
      return "\\x0B";
    }
    if (c == 's') {
      return inClass ? SPACES : "[" + SPACES + "]";
    }
    // A class in a class is a union, as long as the outer one is not negated.
    if (c == 'S' && !negated) {
      return "[^" + SPACES + "]";
    }
    if (c == 'S' || JAVAS_OWN.indexOf(c) >= 0) {
      throw refused(pattern);
    }
    return "\\" + c;
  }

  /** A quantifier that gives nothing back exists in Java only. */
  private static boolean isPossessive(String pattern, int at) {
    return pattern.startsWith("+", at + 1) && !pattern.startsWith("\\", at - 1);
  }

  private static UnusableSchemaException refused(String pattern) {
    return new UnusableSchemaException(
        "has the pattern %s: expected a regular expression of ECMAScript"
            .formatted(pattern.length() <= 60 ? pattern : pattern.substring(0, 60) + "..."));
  }

  /** Every character that the engine reads is counted. */
  private record CountedText(String text, int start, int end, CheckWork work)
      implements CharSequence {

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      work.character();
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new CountedText(text, start + from, start + to, work);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
