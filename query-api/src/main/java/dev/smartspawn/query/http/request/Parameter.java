package dev.smartspawn.query.http.request;

/**
 * A parameter of a query string.
 *
 * @param name as in the query string
 * @param multiline whether its value may have several lines
 * @param maxLength the most characters of its value
 */
public record Parameter(String name, boolean multiline, int maxLength) {

  private static final int MAX_LENGTH = 8192;

  public static Parameter of(String name) {
    return new Parameter(name, false, MAX_LENGTH);
  }

  /** A person's text, which may have several lines. */
  public static Parameter multiline(String name) {
    return new Parameter(name, true, MAX_LENGTH);
  }

  /** A list that may be longer than other values. */
  public static Parameter list(String name, int maxLength) {
    return new Parameter(name, false, maxLength);
  }
}
