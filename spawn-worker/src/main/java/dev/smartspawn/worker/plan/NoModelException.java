package dev.smartspawn.worker.plan;

/** No model meets the wish; the message says what was wished for. */
public final class NoModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoModelException(String message) {
    super(message);
  }
}
