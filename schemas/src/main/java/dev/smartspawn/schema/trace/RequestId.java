package dev.smartspawn.schema.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one request throughout the system: in the HTTP response, in the logs of query-api and
 * workers, in the headers of the request's record and of a spawn's events and result, and in the
 * model calls made for it.
 */
public record RequestId(@JsonValue String value) {

  public static final String HTTP_HEADER = "X-Request-Id";
  public static final String KAFKA_HEADER = "smart-spawn-request-id";

  /** The key of the id in log lines. */
  public static final String LOG_KEY = "requestId";

  private static final int LONGEST = 64;
  private static final String PUNCTUATION = "._:-";

  /**
   * @throws IllegalArgumentException when the text is not well-formed
   */
  public RequestId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "a request id has 1 to 64 letters, digits, '.', '_', ':' and '-'");
    }
  }

  /** Returns empty for a text that is not well-formed. */
  public static Optional<RequestId> find(@Nullable String text) {
    return text != null && isWellFormed(text) ? Optional.of(new RequestId(text)) : Optional.empty();
  }

  /** The id a record carries; empty if it carries none or one that is not well-formed. */
  public static Optional<RequestId> of(Headers headers) {
    Header header = headers.lastHeader(KAFKA_HEADER);
    return header == null || header.value() == null
        ? Optional.empty()
        : find(new String(header.value(), StandardCharsets.UTF_8));
  }

  /**
   * The id that a record carries. A record without one gets an id made from its position, so that
   * every reader of the record uses the same id.
   */
  public static RequestId of(Headers headers, String topic, int partition, long offset) {
    return of(headers)
        .orElseGet(() -> new RequestId("%s-%d-%d".formatted(topic, partition, offset)));
  }

  /** Replaces any request id the headers carry. */
  public void putInto(Headers headers) {
    headers.remove(KAFKA_HEADER);
    headers.add(KAFKA_HEADER, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return value;
  }

  /** Excludes blanks and anything that could forge a log line or a header. */
  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PUNCTUATION.indexOf(c) >= 0;
  }
}
