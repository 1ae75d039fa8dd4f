package dev.smartspawn.query.http.response;

/** An error. */
public record ErrorBody(Failure error) {

  public static ErrorBody of(String code, String message) {
    return new ErrorBody(new Failure(code, message));
  }

  /**
   * @param code for programs, as {@code invalid_parameter}
   * @param message for people: the actual and the expected value
   */
  public record Failure(String code, String message) {}
}
