package dev.smartspawn.schema.kafka;

import com.fasterxml.jackson.core.JacksonException;
import dev.smartspawn.schema.json.JsonMistake;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A record's bytes are not of the topic's type. The message becomes the reason of the dead letter.
 */
public final class UnreadableRecordException extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnreadableRecordException(@Nullable String topic, IOException cause) {
    super(message(topic, describe(cause)), cause);
  }

  /**
   * @param why the expected form
   */
  public UnreadableRecordException(@Nullable String topic, String why) {
    super(message(topic, why));
  }

  private static String message(@Nullable String topic, String why) {
    return "not a record%s: %s".formatted(topic == null ? "" : " of topic " + topic, why);
  }

  private static String describe(IOException cause) {
    return cause instanceof JacksonException json ? JsonMistake.message(json) : "not valid JSON";
  }
}
