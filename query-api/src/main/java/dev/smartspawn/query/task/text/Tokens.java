package dev.smartspawn.query.task.text;

import java.util.Arrays;

/** A text split into tokens. White space within a line separates tokens and is dropped. */
final class Tokens {

  private static final int LONGEST_SYMBOL = 4;
  private static final int LONGEST_WORD = 40;

  private final String text;
  private int[] starts;
  private int[] ends;
  private TokenKind[] kinds;
  private int size;

  private Tokens(String text) {
    this.text = text;
    int capacity = 16 + text.length() / 4;
    starts = new int[capacity];
    ends = new int[capacity];
    kinds = new TokenKind[capacity];
  }

  static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    tokens.read();
    return tokens;
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      TokenKind kind = TokenKind.of(text.charAt(at));
      int end = at + 1;
      if (kind != TokenKind.SPACE && kind != TokenKind.LINE_BREAK) {
        int longest = kind == TokenKind.SYMBOL ? LONGEST_SYMBOL : LONGEST_WORD;
        int limit = Math.min(text.length(), at + longest);
        while (end < limit && TokenKind.of(text.charAt(end)) == kind) {
          end++;
        }
      }
      if (kind != TokenKind.SPACE) {
        add(at, end, kind);
      }
      at = end;
    }
  }

  private void add(int start, int end, TokenKind kind) {
    if (size == starts.length) {
      int capacity = size * 2;
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      kinds = Arrays.copyOf(kinds, capacity);
    }
    starts[size] = start;
    ends[size] = end;
    kinds[size++] = kind;
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  TokenKind kind(int token) {
    return kinds[token];
  }
}
