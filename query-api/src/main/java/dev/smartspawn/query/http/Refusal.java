package dev.smartspawn.query.http;

import io.undertow.util.StatusCodes;

/**
 * A request that is not answered, and why. Carries no stack trace: it says what was wrong with the
 * request, not where.
 */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param code for programs, as {@code invalid_parameter}
   * @param message for people: what came and what was expected
   */
  Refusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Refusal parameter(String message) {
    return new Refusal(StatusCodes.BAD_REQUEST, "invalid_parameter", message);
  }

  static Refusal notFound(String code, String message) {
    return new Refusal(StatusCodes.NOT_FOUND, code, message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
