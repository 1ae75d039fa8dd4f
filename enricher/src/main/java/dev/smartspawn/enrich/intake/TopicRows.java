package dev.smartspawn.enrich.intake;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands in an input's topic, for one who reads it without a store. */
public final class TopicRows<V> {

  private static final Logger LOG = LoggerFactory.getLogger(TopicRows.class);

  private final Input<String, V> input;
  private final SortedMap<String, Held<V>> rows = new TreeMap<>();

  public TopicRows(Input<String, V> input) {
    this.input = input;
  }

  public String topic() {
    return input.topic().name();
  }

  /**
   * Takes the topic's next record. One that cannot be read, or makes no sense, is passed over as
   * {@link Intake} does, and what stood under its key stays.
   */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      @Nullable String key =
          input.topic().keySerde().deserializer().deserialize(topic(), record.key());
      @Nullable V value =
          input.topic().valueSerde().deserializer().deserialize(topic(), record.value());
      Optional<String> objection = Sense.objection(key, value);
      if (key == null || objection.isPresent()) {
        passOver(record, objection.orElse(""));
      } else if (value == null) {
        rows.remove(key);
      } else {
        rows.put(key, new Held<>(value, record.offset()));
      }
    } catch (SerializationException e) {
      passOver(record, String.valueOf(e.getMessage()));
    }
  }

  /** A view, in the order of their keys. */
  public Collection<Held<V>> held() {
    return Collections.unmodifiableCollection(rows.values());
  }

  private void passOver(ConsumerRecord<byte[], byte[]> record, String why) {
    LOG.warn("{} offset {}: passed over: {}", topic(), record.offset(), why);
  }
}
