package dev.smartspawn.worker.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A document that ends too early, closed where it ends. A text keeps what came of it; a number does
 * not, because its next digit is missing.
 *
 * @param closed JSON, if the beginning was
 * @param field the top-level field within which the document ends; empty between two of them, and
 *     the list's own bracket in a list
 */
record CutOffJson(String closed, String field) {

  private static final int MOST_DEPTH = 200;

  /** Empty where nothing is open, or too much. */
  static Optional<CutOffJson> of(String text) {
    Scan scan = new Scan(text);
    return scan.run() ? Optional.of(scan.result()) : Optional.empty();
  }

  /** One pass over the text, with what is open at its place. */
  private static final class Scan {

    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean inText;
    private int escape = -1;
    private int textStart;
    private int literal = -1;
    private boolean key;
    private boolean keyRead;
    private boolean valueMissing;
    private String field = "";

    Scan(String text) {
      this.text = text;
    }

    boolean run() {
      for (int at = 0; at < text.length(); at++) {
        char c = text.charAt(at);
        if (inText) {
          withinText(c, at);
        } else {
          betweenTexts(c, at);
        }
        if (open.size() > MOST_DEPTH) {
          return false;
        }
      }
      return !open.isEmpty();
    }

    private void withinText(char c, int at) {
      if (escape >= 0) {
        int length = text.charAt(Math.min(escape + 1, at)) == 'u' ? 6 : 2;
        escape = at - escape + 1 >= length ? -1 : escape;
      } else if (c == '\\') {
        escape = at;
      } else if (c == '"') {
        inText = false;
        keyRead = key;
        if (key && open.size() == 1) {
          field = text.substring(textStart + 1, at);
        }
      }
    }

    private void betweenTexts(char c, int at) {
      boolean mark = Character.isWhitespace(c) || "{}[]:,\"".indexOf(c) >= 0;
      if (!mark) {
        literal = literal < 0 ? at : literal;
        return;
      }
      if (literal >= 0) {
        literal = -1;
        valueMissing = false;
      }
      switch (c) {
        case '"' -> {
          inText = true;
          textStart = at;
          valueMissing = false;
        }
        case '{', '[' -> {
          if (open.isEmpty()) {
            field = c == '[' ? "[" : "";
          }
          open.push(c);
          key = c == '{';
          valueMissing = false;
        }
        case '}', ']' -> {
          open.poll();
          key = false;
          if (open.size() == 1 && open.peek() == '{') {
            field = "";
          }
        }
        case ':' -> {
          key = false;
          keyRead = false;
          valueMissing = true;
        }
        case ',' -> {
          key = !open.isEmpty() && open.peek() == '{';
          if (open.size() == 1 && key) {
            field = "";
          }
        }
        default -> {
          // White space.
        }
      }
    }

    CutOffJson result() {
      StringBuilder closed = new StringBuilder(text);
      if (inText) {
        if (escape >= 0) {
          closed.setLength(escape);
        }
        closed.append('"');
        keyRead = key;
      } else if (literal >= 0) {
        closed.setLength(literal);
        closed.append("null");
        valueMissing = false;
      }
      if (keyRead) {
        closed.append(':');
      }
      if (keyRead || valueMissing) {
        closed.append("null");
      }
      open.forEach(each -> closed.append(each == '{' ? '}' : ']'));
      return new CutOffJson(closed.toString(), field);
    }
  }
}
