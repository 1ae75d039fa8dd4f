package dev.smartspawn.ingest.source;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * JSON as text, in which each string is cut after a limit. A parser keeps a whole string in memory
 * before anybody can ask how long it is. Bytes that are not UTF-8 become replacement characters, so
 * that they cost their string only; a byte order mark is left out.
 */
final class JsonTextReader extends FilterReader {

  /** Far more than any string that is used. */
  static final int MAX_STRING_CHARS = 200_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private boolean begun;
  private boolean inString;
  private boolean escaped;
  private int stringChars;
  private int escapeChars;

  private JsonTextReader(Reader text) {
    super(text);
  }

  static JsonTextReader of(InputStream utf8) {
    return new JsonTextReader(
        new BufferedReader(new InputStreamReader(utf8, StandardCharsets.UTF_8)));
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    while (true) {
      int read = in.read(buffer, offset, count);
      if (read < 0) {
        return -1;
      }
      int kept = 0;
      for (int i = offset; i < offset + read; i++) {
        if (isKept(buffer[i])) {
          buffer[offset + kept++] = buffer[i];
        }
      }
      if (kept > 0 || count == 0) {
        return kept;
      }
    }
  }

  private boolean isKept(char c) {
    if (!begun) {
      begun = true;
      if (c == BYTE_ORDER_MARK) {
        return false;
      }
    }
    if (!inString) {
      inString = c == '"';
      stringChars = 0;
      return true;
    }
    if (escapeChars > 0 && c != '"') {
      escapeChars--;
      return stringChars <= MAX_STRING_CHARS;
    }
    if (escaped) {
      escaped = false;
      escapeChars = c == 'u' ? 4 : 0;
      return stringChars <= MAX_STRING_CHARS;
    }
    if (c == '"') {
      inString = false;
      escapeChars = 0;
      return true;
    }
    escaped = c == '\\';
    stringChars++;
    return stringChars <= MAX_STRING_CHARS;
  }
}
