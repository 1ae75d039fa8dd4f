package dev.smartspawn.query.http.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes percent-encoded paths and query strings, strictly. */
public final class PercentDecoding {

  private static final int HEX = 16;
  private static final int LAST_ASCII = 0x7f;

  private PercentDecoding() {}

  /** The meaning of a {@code +}. */
  public enum Plus {
    /** In a path. */
    PLUS,
    /** In a query string. */
    BLANK
  }

  /**
   * @throws IllegalArgumentException naming what is malformed
   */
  public static String decode(String encoded, Plus plus) {
    return isPlain(encoded) ? encoded : decodeBytes(encoded, plus);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || c == '+' || c > LAST_ASCII) {
        return false;
      }
    }
    return true;
  }

  private static String decodeBytes(String encoded, Plus plus) {
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes.put(octet(encoded, i));
        i += 2;
      } else if (c > LAST_ASCII) {
        throw new IllegalArgumentException("expected letters beyond ASCII percent-encoded");
      } else {
        bytes.put((byte) (c == '+' && plus == Plus.BLANK ? ' ' : c));
      }
    }
    return utf8(bytes.flip());
  }

  private static byte octet(String encoded, int percent) {
    int high = digit(encoded, percent + 1);
    int low = digit(encoded, percent + 2);
    if (high < 0 || low < 0) {
      throw new IllegalArgumentException("expected two hexadecimal digits after '%'");
    }
    return (byte) (high * HEX + low);
  }

  private static int digit(String encoded, int index) {
    return index < encoded.length() ? Character.digit(encoded.charAt(index), HEX) : -1;
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("expected percent-encoded UTF-8", e);
    }
  }
}
