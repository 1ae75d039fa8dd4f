package dev.smartspawn.query.http.response;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * Headers of every response that keep browsers from guessing its type, sending a referrer, showing
 * it inside another page, and running anything that this server did not send as a file.
 */
public final class SafetyHeaders {

  static final HttpString CONTENT_SECURITY_POLICY = new HttpString("Content-Security-Policy");
  static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");

  /** For data, which is never a page. */
  static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** A blob is an image that a person chose on the page, and that the page shows. */
  static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  static final String NO_SNIFFING = "nosniff";
  static final String NO_REFERRER = "no-referrer";

  private SafetyHeaders() {}

  public static void writeTo(HeaderMap headers, String contentType) {
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
    headers.put(REFERRER_POLICY, NO_REFERRER);
    headers.put(
        CONTENT_SECURITY_POLICY, contentType.startsWith("text/html") ? PAGE_POLICY : DATA_POLICY);
  }

  /** For an answer that is written by hand. */
  public static String lines() {
    return "X-Content-Type-Options: %s\r\n%s: %s\r\n%s: %s\r\n"
        .formatted(NO_SNIFFING, REFERRER_POLICY, NO_REFERRER, CONTENT_SECURITY_POLICY, DATA_POLICY);
  }
}
