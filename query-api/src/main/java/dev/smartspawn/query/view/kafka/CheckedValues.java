package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values that were read to check their records, until the table's reader takes them: reading a
 * thousand models twice is a good part of a refresh. Only of topics whose rows are all taken.
 */
final class CheckedValues {

  @SuppressWarnings("ArrayRecordComponent") // compared by identity
  private record Checked(byte[] bytes, Object value) {}

  private final Map<String, Map<String, Checked>> byTopic =
      Map.of(
          Topics.ENRICHED_MODELS.name(), new ConcurrentHashMap<>(),
          Topics.UNRESOLVED_NAMES.name(), new ConcurrentHashMap<>());

  /**
   * @param bytes null if the row is removed
   * @param value what they say
   */
  void put(Topic<?, ?> topic, String key, byte @Nullable [] bytes, @Nullable Object value) {
    @Nullable Map<String, Checked> values = byTopic.get(topic.name());
    if (values == null) {
      return;
    }
    if (bytes == null || value == null) {
      values.remove(key);
    } else {
      values.put(key, new Checked(bytes, value));
    }
  }

  /**
   * Removes and returns the value of exactly these bytes.
   *
   * @return null if they were not the last ones that came
   */
  @SuppressWarnings("unchecked") // put with what the topic's own reader returned
  <V> @Nullable V take(Topic<?, V> topic, String key, byte[] bytes) {
    @Nullable Map<String, Checked> values = byTopic.get(topic.name());
    @Nullable Checked checked = values == null ? null : values.get(key);
    if (values == null || checked == null || checked.bytes() != bytes) {
      return null;
    }
    values.remove(key, checked);
    return (V) checked.value();
  }
}
