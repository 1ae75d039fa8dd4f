package dev.smartspawn.query.http.request;

/**
 * A parameter of a query string.
 *
 * @param name as in the query string
 * @param multiline whether its value may have several lines
 */
public record Parameter(String name, boolean multiline) {

  public static Parameter of(String name) {
    return new Parameter(name, false);
  }

  /** A person's text, which may have several lines. */
  public static Parameter multiline(String name) {
    return new Parameter(name, true);
  }
}
