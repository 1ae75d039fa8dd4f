package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.TopicValue;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Eight bytes of offset, then the value as its topic encodes it. */
final class TopicValueSerde<V> implements Serde<TopicValue<V>> {

  private final Serde<V> values;

  TopicValueSerde(Serde<V> values) {
    this.values = values;
  }

  @Override
  public Serializer<TopicValue<V>> serializer() {
    return (topic, held) -> {
      if (held == null) {
        return null;
      }
      byte[] value = values.serializer().serialize(topic, held.value());
      return ByteBuffer.allocate(Long.BYTES + value.length)
          .putLong(held.offset())
          .put(value)
          .array();
    };
  }

  @Override
  public Deserializer<TopicValue<V>> deserializer() {
    return (topic, bytes) -> {
      if (bytes == null) {
        return null;
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long offset = buffer.getLong();
      byte[] value = new byte[buffer.remaining()];
      buffer.get(value);
      return new TopicValue<>(values.deserializer().deserialize(topic, value), offset);
    };
  }
}
