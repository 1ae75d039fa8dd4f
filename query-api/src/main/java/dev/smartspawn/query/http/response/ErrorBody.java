package dev.smartspawn.query.http.response;

/** What went wrong. */
public record ErrorBody(Failure error) {

  public static ErrorBody of(String code, String message) {
    return new ErrorBody(new Failure(code, message));
  }

  /**
   * @param code for programs, as {@code invalid_parameter}
   * @param message for people: what came and what was expected
   */
  public record Failure(String code, String message) {}
}
