package dev.smartspawn.schema.media;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Finds marks in bytes. Characters stand for bytes. */
final class BytePattern {

  private static final String END_OF_ZIP = "PK\u0005\u0006";
  private static final int END_OF_ZIP_BYTES = 22;
  private static final int MAX_ZIP_COMMENT = 0xFFFF;

  private BytePattern() {}

  static boolean startsWith(byte[] bytes, String mark) {
    return isAt(bytes, 0, mark);
  }

  static boolean isAt(byte[] bytes, int position, String mark) {
    if (position < 0 || position + mark.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((bytes[position + i] & 0xFF) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(byte[] bytes, String mark) {
    for (int i = 0; i <= bytes.length - mark.length(); i++) {
      if (bytes[i] == mark.charAt(0) && isAt(bytes, i, mark)) {
        return true;
      }
    }
    return false;
  }

  /** The first bytes, one character each. */
  static String head(byte[] bytes, int length) {
    return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
  }

  /** Whether a ZIP archive ends exactly where the bytes end. */
  static boolean endsAsZip(byte[] bytes) {
    int last = bytes.length - END_OF_ZIP_BYTES;
    return hasEndOfZip(bytes, at -> littleEndian16(bytes, at + 20) == last - at);
  }

  /** Whether an archive ends in the last bytes; programs forgive what follows it. */
  static boolean hasEndOfZip(byte[] bytes) {
    return hasEndOfZip(bytes, at -> true);
  }

  private static boolean hasEndOfZip(byte[] bytes, IntPredicate counts) {
    int last = bytes.length - END_OF_ZIP_BYTES;
    for (int at = last; at >= Math.max(0, last - MAX_ZIP_COMMENT); at--) {
      if (isAt(bytes, at, END_OF_ZIP) && counts.test(at)) {
        return true;
      }
    }
    return false;
  }

  static int bigEndian16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  static int littleEndian16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  static int littleEndian24(byte[] bytes, int at) {
    return littleEndian16(bytes, at) | (bytes[at + 2] & 0xFF) << 16;
  }

  static long bigEndian32(byte[] bytes, int at) {
    return (long) bigEndian16(bytes, at) << 16 | bigEndian16(bytes, at + 2);
  }
}
