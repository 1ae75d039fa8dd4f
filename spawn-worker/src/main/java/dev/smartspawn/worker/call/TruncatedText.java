package dev.smartspawn.worker.call;

import java.nio.charset.StandardCharsets;

/**
 * A text short enough for a record.
 *
 * @param cut whether the end was cut off
 */
record TruncatedText(String text, boolean cut) {

  static TruncatedText of(String text, int maxBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= maxBytes) {
      return new TruncatedText(text, false);
    }
    int end = maxBytes;
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new TruncatedText(new String(bytes, 0, end, StandardCharsets.UTF_8), true);
  }
}
