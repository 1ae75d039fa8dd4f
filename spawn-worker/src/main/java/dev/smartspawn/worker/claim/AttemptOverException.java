package dev.smartspawn.worker.claim;

/** This attempt may do nothing more: somebody else owns the spawn, or it is to be stopped. */
public final class AttemptOverException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AttemptOverException(String reason) {
    super(reason);
  }
}
