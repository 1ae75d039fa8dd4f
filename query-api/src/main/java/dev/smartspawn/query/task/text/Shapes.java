package dev.smartspawn.query.task.text;

import java.util.Set;

/**
 * Counts short pieces of formulas, code and markup, in one pass over the text: patterns take
 * several times as long.
 */
final class Shapes {

  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "py", "js", "jsx", "ts", "tsx", "java", "kt", "c", "cc", "cpp", "h", "hpp", "cs", "go",
          "rs", "rb", "php", "swift", "sh", "sql", "htm", "html", "css", "scss", "yaml", "yml",
          "json", "toml", "xml", "md", "ipynb", "vue", "lua", "ps1", "bat", "gradle", "tf", "conf",
          "ini", "env", "lock");
  private static final Set<String> IMAGE_ENDINGS =
      Set.of("png", "jpg", "jpeg", "gif", "webp", "heic", "tif", "tiff", "bmp", "mp4", "mov");
  private static final String MATHEMATICAL = "∑∫√∞≤≥≠±×÷∈∀∃π∂∇⇒→²³⁴°₁₂";
  private static final int LONGEST_FORMULA = 80;
  private static final int LONGEST_TAG = 120;
  private static final int LONGEST_ENDING = 6;

  private final String text;

  int formulas;
  int identifiers;
  int markup;
  int fileNames;
  int imageFiles;

  private Shapes(String text) {
    this.text = text;
  }

  static Shapes of(String text) {
    Shapes shapes = new Shapes(text);
    for (int at = 0; at < text.length(); at++) {
      shapes.look(at);
    }
    return shapes;
  }

  private void look(int at) {
    char c = text.charAt(at);
    switch (c) {
      case '\\' -> formulas += isLetter(at + 1) && isLetter(at + 2) ? 1 : 0;
      case '$' -> formulas += isClosed(at, '$', LONGEST_FORMULA) ? 1 : 0;
      case '^' -> formulas += isWordPart(at - 1) || charAt(at - 1) == ')' ? 1 : 0;
      case '_' -> identifiers += isWordPart(at - 1) && isWordPart(at + 1) ? 1 : 0;
      case '(' -> identifiers += isWordPart(at - 1) ? 1 : 0;
      case '<' -> markup += isTag(at) ? 1 : 0;
      case '.' -> readEnding(at);
      default -> {
        if (c > 127) {
          formulas += MATHEMATICAL.indexOf(c) >= 0 ? 1 : 0;
        } else if (c >= 'A' && c <= 'Z') {
          char before = charAt(at - 1);
          identifiers += before >= 'a' && before <= 'z' ? 1 : 0;
        }
      }
    }
    if (isOperator(c) && isOperation(at)) {
      formulas++;
    }
  }

  private static boolean isOperator(char c) {
    return switch (c) {
      case '=', '+', '*', '/', '<', '>', '-', '×' -> true;
      default -> false;
    };
  }

  /** Whether an operator stands between two numbers, or between a single letter and a number. */
  private boolean isOperation(int at) {
    int left = charAt(at - 1) == ' ' ? at - 2 : at - 1;
    int right = charAt(at + 1) == ' ' ? at + 2 : at + 1;
    boolean isVariable = isLetter(left) && !isLetter(left - 1);
    return isDigit(right) && (isDigit(left) || isVariable);
  }

  private boolean isTag(int at) {
    int name = charAt(at + 1) == '/' ? at + 2 : at + 1;
    return isLetter(name) && isClosed(at, '>', LONGEST_TAG);
  }

  private boolean isClosed(int at, char close, int longest) {
    for (int i = at + 1; i < text.length() && i - at <= longest; i++) {
      char c = text.charAt(i);
      if (c == close) {
        return i > at + 1;
      }
      if (c == '\n') {
        return false;
      }
    }
    return false;
  }

  private void readEnding(int at) {
    if (!isWordPart(at - 1)) {
      return;
    }
    int end = at + 1;
    while (end <= at + LONGEST_ENDING && isWordPart(end)) {
      end++;
    }
    String ending = lowerCase(at + 1, Math.min(end, text.length()));
    fileNames += FILE_ENDINGS.contains(ending) ? 1 : 0;
    imageFiles += IMAGE_ENDINGS.contains(ending) ? 1 : 0;
  }

  private String lowerCase(int from, int to) {
    StringBuilder lower = new StringBuilder();
    for (int i = from; i < to; i++) {
      lower.append(Letters.fold(text.charAt(i)));
    }
    return lower.toString();
  }

  private boolean isWordPart(int at) {
    return isLetter(at) || isDigit(at);
  }

  private boolean isLetter(int at) {
    char c = charAt(at);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isDigit(int at) {
    char c = charAt(at);
    return c >= '0' && c <= '9';
  }

  private char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : 0;
  }
}
