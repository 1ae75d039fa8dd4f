package dev.smartspawn.schema.format;

/** A schema is not valid, or takes more to check than is allowed. The message says what it is. */
public final class UnusableSchemaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnusableSchemaException(String message) {
    super(message);
  }
}
