package dev.smartspawn.query.http.response;

import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.HashMap;
import java.util.Map;

/**
 * Ends a request with an error response. Has no stack trace, since the fault is in the request and
 * not in the code.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<HttpString, String> headers;

  /**
   * @param code for programs, as {@code invalid_parameter}
   * @param message for people: the actual and the expected value
   */
  public Refusal(int status, String code, String message) {
    this(status, code, message, Map.of());
  }

  private Refusal(int status, String code, String message, Map<HttpString, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  public static Refusal parameter(String message) {
    return new Refusal(StatusCodes.BAD_REQUEST, "invalid_parameter", message);
  }

  public static Refusal notFound(String code, String message) {
    return new Refusal(StatusCodes.NOT_FOUND, code, message);
  }

  /** The same with one header more. */
  public Refusal with(HttpString header, String value) {
    Map<HttpString, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Refusal(status, code, message(), Map.copyOf(more));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  public Map<HttpString, String> headers() {
    return headers;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
