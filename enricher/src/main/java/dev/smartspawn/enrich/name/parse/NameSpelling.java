package dev.smartspawn.enrich.name.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Removes differences in spelling that mean nothing. */
public final class NameSpelling {

  private static final Pattern DIGITS_UNDERSCORE = Pattern.compile("(?<=\\d)_(?=\\d)");

  /** Remarks about what answered in the model's place: {@code Opus 4.8 Fallback}. */
  private static final Pattern FALLBACK = Pattern.compile("[^(),]*(?<!\\w)fallback(?!\\w)[^(),]*");

  /** {@code claude-opus-4-6} is {@code claude-opus-4.6}, but {@code llama-3-8b} stays. */
  private static final Pattern DASHED_VERSION =
      Pattern.compile("(?<![\\d.])(\\d{1,2})-(\\d)(?![a-z0-9]|\\.\\d)");

  private NameSpelling() {}

  /** Letters and digits only, lower case: two names that differ by less are one. */
  public static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (char c : name.toLowerCase(Locale.ROOT).replace("+", "plus").toCharArray()) {
      if (isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Lower case, with one spelling for apostrophes, pluses and underscores. */
  static String fold(String name) {
    String folded = name.toLowerCase(Locale.ROOT).replace('’', '\'').replace("+", " plus ");
    if (folded.contains("fallback")) {
      folded = FALLBACK.matcher(folded).replaceAll("");
    }
    return folded.indexOf('_') < 0
        ? folded
        : DIGITS_UNDERSCORE.matcher(folded).replaceAll(".").replace('_', '-');
  }

  /** Letters, digits and the dots between them. */
  static List<String> tokens(String folded) {
    String text =
        folded.indexOf('-') < 0 ? folded : DASHED_VERSION.matcher(folded).replaceAll("$1.$2");
    List<String> tokens = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && isInToken(text, at)) {
        continue;
      }
      if (at > start) {
        tokens.add(text.substring(start, at));
      }
      start = at + 1;
    }
    return tokens;
  }

  private static boolean isInToken(String text, int at) {
    return isLetterOrDigit(text.charAt(at))
        || (text.charAt(at) == '.'
            && at + 1 < text.length()
            && isLetterOrDigit(text.charAt(at + 1)));
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
