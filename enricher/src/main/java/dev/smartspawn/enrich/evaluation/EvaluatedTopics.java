package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.intake.InputRecords;
import dev.smartspawn.enrich.intake.InputTopic;
import dev.smartspawn.enrich.intake.RecordCheck;
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
public final class EvaluatedTopics<V> {

  private static final Logger LOG = LoggerFactory.getLogger(EvaluatedTopics.class);

  private final InputTopic<String, V> input;
  private final SortedMap<String, TopicValue<V>> rows = new TreeMap<>();

  public EvaluatedTopics(InputTopic<String, V> input) {
    this.input = input;
  }

  public String topic() {
    return input.topic().name();
  }

  /**
   * Takes the topic's next record. One that cannot be read, or makes no sense, is passed over as
   * {@link InputRecords} does, and what stood under its key stays.
   */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      @Nullable String key =
          input.topic().keySerde().deserializer().deserialize(topic(), record.key());
      @Nullable V value =
          input.topic().valueSerde().deserializer().deserialize(topic(), record.value());
      Optional<String> objection = RecordCheck.objection(key, value);
      if (key == null || objection.isPresent()) {
        passOver(record, objection.orElse(""));
      } else if (value == null) {
        rows.remove(key);
      } else {
        rows.put(key, new TopicValue<>(value, record.offset()));
      }
    } catch (SerializationException e) {
      passOver(record, String.valueOf(e.getMessage()));
    }
  }

  /** A view, in the order of their keys. */
  public Collection<TopicValue<V>> held() {
    return Collections.unmodifiableCollection(rows.values());
  }

  private void passOver(ConsumerRecord<byte[], byte[]> record, String why) {
    LOG.warn("{} offset {}: passed over: {}", topic(), record.offset(), why);
  }
}
