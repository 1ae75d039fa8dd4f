package dev.smartspawn.worker.call;

import java.nio.charset.StandardCharsets;

/**
 * A text that fits into a record.
 *
 * @param cut whether its end is missing
 */
record CutText(String text, boolean cut) {

  static CutText of(String text, int maxBytes) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= maxBytes) {
      return new CutText(text, false);
    }
    int end = maxBytes;
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new CutText(new String(bytes, 0, end, StandardCharsets.UTF_8), true);
  }
}
