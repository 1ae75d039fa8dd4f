package dev.smartspawn.enrich.name.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The smallest part of a name with a meaning: {@code qwen}, {@code 2.5}, {@code 72b}. */
record NamePart(Kind kind, String text) {

  enum Kind {
    WORD,
    VERSION,
    SIZE
  }

  private static final Pattern SIZE =
      Pattern.compile("[ae]?\\d+(?:\\.\\d+)?[bmt]|\\d+x\\d+(?:\\.\\d+)?b");
  private static final Pattern EXPERTS = Pattern.compile("\\d+e");
  private static final Pattern CONTEXT = Pattern.compile("\\d+k");
  private static final Pattern SIZE_AFTER_LETTERS = Pattern.compile("([a-z]+)(\\d+(?:\\.\\d+)?b)");
  private static final Pattern PART = Pattern.compile("[a-z]+|\\d+(?:\\.\\d+)*");

  /** Splits tokens of letters, digits and inner dots. */
  static List<NamePart> of(List<String> tokens) {
    List<NamePart> atoms = new ArrayList<>();
    for (String token : tokens) {
      if (token.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
        atoms.add(new NamePart(Kind.WORD, token));
        continue;
      }
      Matcher glued = SIZE_AFTER_LETTERS.matcher(token);
      if (SIZE.matcher(token).matches() || isExperts(token, atoms)) {
        atoms.add(new NamePart(Kind.SIZE, token));
      } else if (CONTEXT.matcher(token).matches()) {
        atoms.add(new NamePart(Kind.WORD, token));
      } else if (glued.matches()) {
        atoms.add(new NamePart(Kind.WORD, glued.group(1)));
        atoms.add(new NamePart(Kind.SIZE, glued.group(2)));
      } else {
        atoms.addAll(parts(token));
      }
    }
    return atoms;
  }

  /** {@code 4.6} of a version 4.6.1. */
  static double number(String version) {
    int second = version.indexOf('.', version.indexOf('.') + 1);
    return Double.parseDouble(second < 0 ? version : version.substring(0, second));
  }

  /** Of {@code 70b}, {@code a3b}, {@code 270m} and {@code 8x7b}; 0 for a number of experts. */
  static double billions(String size) {
    double product = 1;
    for (String factor : size.substring(0, size.length() - 1).split("x", -1)) {
      product *=
          Double.parseDouble(Character.isDigit(factor.charAt(0)) ? factor : factor.substring(1));
    }
    return switch (size.charAt(size.length() - 1)) {
      case 't' -> product * 1000;
      case 'b' -> product;
      case 'm' -> product / 1000;
      default -> 0;
    };
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** A number of experts follows a size: {@code 17b-128e}. */
  private static boolean isExperts(String token, List<NamePart> before) {
    return EXPERTS.matcher(token).matches()
        && !before.isEmpty()
        && before.get(before.size() - 1).is(Kind.SIZE);
  }

  private static List<NamePart> parts(String token) {
    List<NamePart> parts = new ArrayList<>();
    Matcher part = PART.matcher(token);
    while (part.find()) {
      boolean number = Character.isDigit(part.group().charAt(0));
      if (number && parts.size() == 1 && parts.get(0).text.equals("v")) {
        parts.clear();
      }
      parts.add(
          number
              ? new NamePart(Kind.VERSION, withoutTrailingZero(part.group()))
              : new NamePart(Kind.WORD, part.group()));
    }
    return parts;
  }

  private static String withoutTrailingZero(String version) {
    return version.endsWith(".0") ? version.substring(0, version.length() - 2) : version;
  }
}
