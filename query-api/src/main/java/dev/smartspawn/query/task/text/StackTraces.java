package dev.smartspawn.query.task.text;

import java.util.List;

/** Recognises stack traces and error messages of compilers, runtimes and tools. */
final class StackTraces {

  private static final List<String> MESSAGES =
      List.of(
          "Traceback (most",
          "Exception in thread",
          "npm ERR!",
          "segfault",
          "Segmentation fault",
          "undefined reference");

  /** As above, but not in the middle of a word. */
  private static final List<String> WHOLE_WORDS = List.of("panicked at ", "fatal: ");

  private final String text;

  private StackTraces(String text) {
    this.text = text;
  }

  static boolean in(String text) {
    StackTraces traces = new StackTraces(text);
    return traces.hasMessage() || traces.hasError() || traces.hasPosition();
  }

  private boolean hasMessage() {
    for (String message : MESSAGES) {
      if (text.contains(message)) {
        return true;
      }
    }
    for (String message : WHOLE_WORDS) {
      for (int at = text.indexOf(message); at >= 0; at = text.indexOf(message, at + 1)) {
        if (isWordStart(at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Such as "ValueError: ", "Uncaught TypeError" and "error[E0382]". */
  private boolean hasError() {
    return hasNamed("Error") || hasNamed("Exception") || hasNumbered();
  }

  private boolean hasNamed(String ending) {
    for (int at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
      boolean isNamed = at > 0 && CodeLines.isWordPart(text.charAt(at - 1));
      if (isNamed && text.startsWith(": ", at + ending.length())) {
        return true;
      }
      if (startsAfterUncaught(at)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAfterUncaught(int error) {
    int start = error;
    while (start > 0 && CodeLines.isWordPart(text.charAt(start - 1)) && start > error - 40) {
      start--;
    }
    return start >= 9 && text.startsWith("Uncaught ", start - 9) && isWordStart(start - 9);
  }

  private boolean hasNumbered() {
    for (int at = text.indexOf("error[E"); at >= 0; at = text.indexOf("error[E", at + 1)) {
      int end = digits(at + 7);
      if (isWordStart(at) && end > at + 7 && charAt(end) == ']') {
        return true;
      }
    }
    return false;
  }

  /** A line of a trace: a position in a file, after "at" or "File". */
  private boolean hasPosition() {
    for (int at = text.indexOf("File \""); at >= 0; at = text.indexOf("File \"", at + 1)) {
      int end = text.indexOf('"', at + 6);
      if (end < 0) {
        break;
      }
      if (text.startsWith(", line ", end + 1) && digits(end + 8) > end + 8) {
        return true;
      }
    }
    if (text.indexOf(':') < 0) {
      return false;
    }
    for (int at = text.indexOf("at "); at >= 0; at = text.indexOf("at ", at + 1)) {
      if (isWordStart(at) && (isJavaFrame(at + 3) || isScriptFrame(at))) {
        return true;
      }
    }
    return false;
  }

  /** {@code at name(File.java:12)}. */
  private boolean isJavaFrame(int start) {
    int at = start;
    while (CodeLines.isWordPart(charAt(at)) || "$.<>".indexOf(charAt(at)) >= 0) {
      at++;
    }
    if (at == start || charAt(at) != '(') {
      return false;
    }
    int file = at + 1;
    at = file;
    while (CodeLines.isWordPart(charAt(at)) || charAt(at) == '.') {
      at++;
    }
    int line = at + 1;
    return at > file && charAt(at) == ':' && digits(line) > line && charAt(digits(line)) == ')';
  }

  /** {@code at name (file.js:12:5)}, alone in its line. */
  private boolean isScriptFrame(int at) {
    int lineStart = at;
    while (lineStart > 0 && charAt(lineStart - 1) != '\n') {
      if (!Character.isWhitespace(charAt(lineStart - 1))) {
        return false;
      }
      lineStart--;
    }
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    end -= charAt(end - 1) == ')' ? 1 : 0;
    int column = digitsBefore(end);
    int line = digitsBefore(column - 1);
    return lineStart < at
        && column < end
        && charAt(column - 1) == ':'
        && line < column - 1
        && charAt(line - 1) == ':'
        && line - 1 > at + 3;
  }

  private int digits(int start) {
    int at = start;
    while (charAt(at) >= '0' && charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private int digitsBefore(int end) {
    int at = end;
    while (at > 0 && charAt(at - 1) >= '0' && charAt(at - 1) <= '9') {
      at--;
    }
    return at;
  }

  private boolean isWordStart(int at) {
    return at == 0 || !CodeLines.isLetter(text.charAt(at - 1));
  }

  private char charAt(int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : 0;
  }
}
