package dev.smartspawn.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds the end of an HTTP/1.1 answer with a Content-Length. */
final class HttpAnswer {

  private static final byte[] OK = "HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private HttpAnswer() {}

  /**
   * @param bytes the answer, from its first byte
   * @param end the number of bytes received so far
   * @throws IOException when its status is not 200
   */
  static boolean isWhole(byte[] bytes, int end) throws IOException {
    int blankLine = find(bytes, end, BLANK_LINE);
    if (blankLine < 0) {
      return false;
    }
    if (find(bytes, OK.length, OK) != 0) {
      throw new IOException("expected a 200, got " + firstLine(bytes, end));
    }
    int length = find(bytes, blankLine + 2, LENGTH);
    if (length < 0) {
      throw new IOException("expected a Content-Length in the answer");
    }
    int bodyBytes = number(bytes, length + LENGTH.length);
    return end >= blankLine + BLANK_LINE.length + bodyBytes;
  }

  private static int number(byte[] bytes, int from) {
    int number = 0;
    for (int at = from; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      number = number * 10 + (bytes[at] - '0');
    }
    return number;
  }

  private static int find(byte[] bytes, int end, byte[] wanted) {
    for (int at = 0; at + wanted.length <= end; at++) {
      if (matches(bytes, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  /** Ignores case, because header names do. */
  private static boolean matches(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      int given = bytes[at + i];
      int lower = given >= 'A' && given <= 'Z' ? given + 32 : given;
      if (lower != wanted[i] && given != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static String firstLine(byte[] bytes, int end) {
    return new String(bytes, 0, end, StandardCharsets.US_ASCII)
        .lines()
        .findFirst()
        .orElse("nothing")
        .toUpperCase(Locale.ROOT);
  }
}
