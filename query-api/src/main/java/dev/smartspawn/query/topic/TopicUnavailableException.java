package dev.smartspawn.query.topic;

/** A record could not be written, or not be read in time. */
public class TopicUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TopicUnavailableException(String message) {
    super(message);
  }

  public TopicUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
