package dev.smartspawn.worker.plan;

/** No model meets the query. The message says what was asked for. */
public class NoModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoModelException(String message) {
    super(message);
  }
}
