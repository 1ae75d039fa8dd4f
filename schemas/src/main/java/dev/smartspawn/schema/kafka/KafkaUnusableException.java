package dev.smartspawn.schema.kafka;

import org.apache.kafka.common.KafkaException;

/** Kafka cannot be used with these settings. Waiting does not help; the message says what does. */
public final class KafkaUnusableException extends KafkaException {

  private static final long serialVersionUID = 1L;

  public KafkaUnusableException(String message) {
    super(message);
  }
}
