package dev.smartspawn.schema.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A record's bytes are not of the topic's type. The message becomes the reason of the dead letter.
 */
public final class UnreadableRecordException extends SerializationException {

  private static final long serialVersionUID = 1L;

  UnreadableRecordException(@Nullable String topic, JavaType expected, IOException cause) {
    super(message(topic, expected, describe(cause)), cause);
  }

  UnreadableRecordException(@Nullable String topic, JavaType expected, String why) {
    super(message(topic, expected, why));
  }

  private static String message(@Nullable String topic, JavaType expected, String why) {
    return "not a %s%s: %s"
        .formatted(simpleName(expected), topic == null ? "" : " of topic " + topic, why);
  }

  private static String simpleName(JavaType type) {
    return type.containedTypeCount() == 0
        ? type.getRawClass().getSimpleName()
        : type.getRawClass().getSimpleName() + " of " + simpleName(type.containedType(0));
  }

  private static String describe(IOException cause) {
    return cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(cause.getMessage());
  }
}
