package dev.smartspawn.ingest.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source could not be pulled. The message is what a user reads in {@code /status}: what was asked
 * of which address, what was expected, what came. It never holds a key.
 */
public class PullException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration retryAfter;

  public PullException(String message) {
    this(message, null);
  }

  /**
   * @param retryAfter how long the source asked to be left alone
   */
  PullException(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long the source asked to be left alone; empty where it did not say. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
