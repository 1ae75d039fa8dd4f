package dev.smartspawn.ingest.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source answered with an unsuccessful status. */
public final class StatusException extends PullException {

  private static final long serialVersionUID = 1L;

  private final int status;

  StatusException(int status, String message, @Nullable Duration retryAfter) {
    super(message, retryAfter);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
