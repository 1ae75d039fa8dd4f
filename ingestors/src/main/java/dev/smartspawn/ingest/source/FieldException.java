package dev.smartspawn.ingest.source;

/** A field that an entry cannot do without is missing or wrong. */
public final class FieldException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field with its place in the entry: {@code pricing.prompt}
   * @param message names the field, its value and what was expected
   */
  public FieldException(String field, String message) {
    super(message);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
