package dev.smartspawn.schema.stage;

/**
 * A stage must not continue, because what it would publish is probably wrong. The message is for
 * the operator.
 */
public final class UnsafeStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnsafeStateException(String message) {
    super(message);
  }
}
