package dev.smartspawn.query.topic;

/** Kafka did not take a command, or what was written could not be read back in time. */
public final class TopicUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TopicUnavailableException(String message) {
    super(message);
  }

  public TopicUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
