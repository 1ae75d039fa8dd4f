package dev.smartspawn.enrich.intake;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Eight bytes of offset, then the value as its topic writes it. */
final class HeldSerde<V> implements Serde<Held<V>> {

  private final Serde<V> values;

  HeldSerde(Serde<V> values) {
    this.values = values;
  }

  @Override
  public Serializer<Held<V>> serializer() {
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
  public Deserializer<Held<V>> deserializer() {
    return (topic, bytes) -> {
      if (bytes == null) {
        return null;
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      long offset = buffer.getLong();
      byte[] value = new byte[buffer.remaining()];
      buffer.get(value);
      return new Held<>(values.deserializer().deserialize(topic, value), offset);
    };
  }
}
