package dev.smartspawn.enrich;

import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.topic.DeadLetter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends unreadable bytes to the dead letters, with the reason, and continues. */
public final class DeadLetterHandler implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unread, Exception failure) {
    String reason = reason(failure);
    LOG.warn("{} offset {} goes to dead letters: {}", unread.topic(), unread.offset(), reason);
    return Response.resume(List.of(DeadLetter.of(unread, Enricher.NAME, reason)));
  }

  /** The serde's own message if there is one, otherwise that of the root cause. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof UnreadableRecordException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  @Override
  public void configure(Map<String, ?> configs) {
    // Nothing to configure: there is one topic for dead letters.
  }
}
