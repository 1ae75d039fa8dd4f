package dev.smartspawn.worker.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A body without its compression. The form shows by the first bytes: gateways pass bodies on under
 * labels that are wrong, and compress although only gzip was offered.
 *
 * <p>Gzip is RFC 1952, {@code deflate} is zlib (RFC 1950), which some servers mistake for a bare
 * deflate stream (RFC 1951).
 */
public final class UnpackedBody {

  private static final int GZIP = 0x1f8b;
  private static final int ZLIB_METHOD = 0x78;

  /** A zlib header, read as one number, is a multiple of this. */
  private static final int ZLIB_CHECK = 31;

  /** What begins JSON, an event, or a page. */
  private static final String PLAIN = "{[\"<:-deir \t\r\n\u00ef";

  private UnpackedBody() {}

  /**
   * @param headers by lower-case name
   * @throws IOException when the body breaks off within its first bytes
   */
  public static InputStream of(InputStream body, Map<String, List<String>> headers)
      throws IOException {
    PushbackInputStream whole = new PushbackInputStream(body, 2);
    int first = whole.read();
    if (first < 0) {
      return whole;
    }
    int second = first == GZIP >> 8 || first == ZLIB_METHOD ? whole.read() : -1;
    if (second >= 0) {
      whole.unread(second);
    }
    whole.unread(first);
    int start = first << 8 | second;
    if (second >= 0 && start == GZIP) {
      return new GZIPInputStream(whole);
    }
    if (second >= 0 && first == ZLIB_METHOD && start % ZLIB_CHECK == 0) {
      return new InflaterInputStream(whole);
    }
    boolean bare = isLabelledDeflate(headers) && PLAIN.indexOf(first) < 0;
    return bare ? new InflaterInputStream(whole, new Inflater(true)) : whole;
  }

  private static boolean isLabelledDeflate(Map<String, List<String>> headers) {
    return headers.getOrDefault("content-encoding", List.of()).stream()
        .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).contains("deflate"));
  }
}
