package dev.smartspawn.worker.claim;

/** The attempt must not go on: it has lost the spawn, or it was stopped. */
public final class AttemptOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AttemptOverException(String reason) {
    super(reason);
  }
}
