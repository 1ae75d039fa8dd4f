package dev.smartspawn.query.refresh;

/** A refresh command that Kafka did not take in time. Nothing was started. */
public final class RefreshUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefreshUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
