package dev.smartspawn.worker.plan;

/** Nobody can say which model to use; the message names who was asked and what happened. */
public final class AdvisorUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AdvisorUnreachableException(String message) {
    super(message);
  }
}
