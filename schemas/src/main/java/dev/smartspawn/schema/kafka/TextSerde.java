package dev.smartspawn.schema.kafka;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Keys that are written as their text, in UTF-8. */
public final class TextSerde {

  private TextSerde() {}

  /**
   * @param text of a key
   * @param parse makes the key from its text, and throws for any other text
   */
  public static <T> Serde<T> of(Function<T, String> text, Function<String, T> parse) {
    StringSerializer written = new StringSerializer();
    StringDeserializer read = new StringDeserializer();
    return Serdes.serdeFrom(
        (topic, key) -> key == null ? null : written.serialize(topic, text.apply(key)),
        (topic, bytes) -> bytes == null ? null : parse.apply(read.deserialize(topic, bytes)));
  }
}
