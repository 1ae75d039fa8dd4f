package dev.smartspawn.ingest.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source could not be pulled. Users read the message in {@code /status}. It contains the request
 * and its address, what was expected and what was received. It never contains a key.
 */
public class PullException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  public PullException(String message) {
    this(message, null);
  }

  /**
   * @param retryAfter how long the source asked to wait
   */
  PullException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long the source asked to wait; empty if it did not ask. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
