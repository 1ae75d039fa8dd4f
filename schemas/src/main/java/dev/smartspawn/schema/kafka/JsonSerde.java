package dev.smartspawn.schema.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 JSON for one type. Bytes of anything else raise {@link UnreadableRecordException}; null
 * stays null.
 *
 * @param <T> value type
 */
public final class JsonSerde<T> implements Serde<T> {

  private final JavaType type;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  private JsonSerde(JsonMapper mapper, JavaType type) {
    this.type = type;
    this.reader = mapper.readerFor(type);
    this.writer = mapper.writerFor(type);
  }

  /** Ignores unknown fields. */
  public static <T> JsonSerde<T> tolerant(Class<T> type) {
    return tolerant(Json.MAPPER.constructType(type));
  }

  /** Ignores unknown fields; for generic types. */
  public static <T> JsonSerde<T> tolerant(JavaType type) {
    return new JsonSerde<>(Json.MAPPER, type);
  }

  /** Refuses unknown fields. */
  public static <T> JsonSerde<T> strict(Class<T> type) {
    return new JsonSerde<>(Json.STRICT, Json.STRICT.constructType(type));
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
  }

  private byte[] write(T value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new SerializationException("cannot write " + type.toCanonical(), e);
    }
  }

  private T read(@Nullable String topic, byte[] bytes) {
    try {
      T value = reader.readValue(bytes);
      if (value == null) {
        throw new UnreadableRecordException(topic, "expected a JSON object, got null");
      }
      return value;
    } catch (IOException e) {
      throw new UnreadableRecordException(topic, e);
    }
  }
}
