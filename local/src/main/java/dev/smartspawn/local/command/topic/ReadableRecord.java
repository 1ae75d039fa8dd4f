package dev.smartspawn.local.command.topic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as people can read it.
 *
 * @param key absent where there is none
 * @param value what our serde made of it; absent for a tombstone, and where it could make nothing
 * @param unreadable why our serdes refuse it; absent where they do not
 * @param source the bytes
 */
record ReadableRecord(
    @Nullable String key,
    @Nullable Object value,
    @Nullable String unreadable,
    ConsumerRecord<byte[], byte[]> source) {

  static ReadableRecord of(Topic<?, ?> topic, ConsumerRecord<byte[], byte[]> source) {
    try {
      Object key = topic.keySerde().deserializer().deserialize(topic.name(), source.key());
      Object value = topic.valueSerde().deserializer().deserialize(topic.name(), source.value());
      String keyText = key == null || key instanceof byte[] ? text(source.key()) : key.toString();
      Object shown = value instanceof byte[] bytes ? shown(topic, bytes) : value;
      return new ReadableRecord(keyText, shown, null, source);
    } catch (RuntimeException e) {
      return new ReadableRecord(text(source.key()), null, String.valueOf(e.getMessage()), source);
    }
  }

  boolean isTombstone() {
    return source.value() == null;
  }

  /** One line. */
  String toJson() {
    ObjectNode line = Json.MAPPER.createObjectNode();
    if (source.partition() > 0) {
      line.put("partition", source.partition());
    }
    line.put("offset", source.offset());
    line.put("timestamp", Instant.ofEpochMilli(source.timestamp()).toString());
    line.put("key", key);
    if (unreadable == null) {
      line.set("value", Json.MAPPER.valueToTree(value));
    } else {
      line.put("unreadable", unreadable);
      line.put("bytes", text(source.value()));
    }
    addHeaders(line);
    return line.toString();
  }

  /** Those of a dead letter say why it is one. */
  private void addHeaders(ObjectNode line) {
    for (Header header : source.headers()) {
      line.withObject("headers").put(header.key(), text(header.value()));
    }
  }

  /** A part of a file is not a text. */
  private static @Nullable String shown(Topic<?, ?> topic, byte[] bytes) {
    return topic.equals(Topics.SPAWN_ATTACHMENTS)
        ? String.format(Locale.ROOT, "%,d bytes", bytes.length)
        : text(bytes);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
