package dev.smartspawn.worker.plan;

/** The advisor did not answer. The message names the advisor and what happened. */
public final class AdvisorUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AdvisorUnreachableException(String message) {
    super(message);
  }
}
