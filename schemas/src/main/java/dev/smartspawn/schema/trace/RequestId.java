package dev.smartspawn.schema.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Names one request on its way through the system: it stands in the answer, in the logs of
 * query-api and workers, in the headers of the request's record and of a spawn's events and result,
 * and in the calls to models made because of it.
 */
public record RequestId(@JsonValue String value) {

  public static final String HTTP_HEADER = "X-Request-Id";
  public static final String KAFKA_HEADER = "smart-spawn-request-id";

  /** Under which logs have it. */
  public static final String LOG_KEY = "requestId";

  private static final int LONGEST = 64;
  private static final String PUNCTUATION = "._:-";

  /** Names this process, so that a number is enough to tell its requests apart. */
  private static final String PROCESS =
      HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + '-';

  private static final AtomicLong COUNT = new AtomicLong();

  /**
   * @throws IllegalArgumentException when it is not of the form
   */
  public RequestId {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "a request id has 1 to 64 letters, digits, '.', '_', ':' and '-'");
    }
  }

  /** A new one, unlike any other's of any process. Every request has one, so it is made cheaply. */
  public static RequestId next() {
    return new RequestId(PROCESS + COUNT.incrementAndGet());
  }

  /** Empty for what is none. */
  public static Optional<RequestId> find(@Nullable String text) {
    return text != null && isWellFormed(text) ? Optional.of(new RequestId(text)) : Optional.empty();
  }

  /** The one a record carries; empty where it carries none, or nothing of the form. */
  public static Optional<RequestId> of(Headers headers) {
    Header header = headers.lastHeader(KAFKA_HEADER);
    return header == null || header.value() == null
        ? Optional.empty()
        : find(new String(header.value(), StandardCharsets.UTF_8));
  }

  /**
   * The one a record carries, or one made of where it stands: whoever reads the record calls it the
   * same.
   */
  public static RequestId of(Headers headers, String topic, int partition, long offset) {
    return of(headers)
        .orElseGet(() -> new RequestId("%s-%d-%d".formatted(topic, partition, offset)));
  }

  /** Has a record carry it, and no other. */
  public void putInto(Headers headers) {
    headers.remove(KAFKA_HEADER);
    headers.add(KAFKA_HEADER, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return value;
  }

  /** Neither blanks nor anything that could forge a line of a log or a header. */
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
