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

/** The latest record of every key of an input topic, read without a store. */
public final class EvaluatedTopic<V> {

  private static final Logger LOG = LoggerFactory.getLogger(EvaluatedTopic.class);

  private final InputTopic<String, V> input;
  private final SortedMap<String, TopicValue<V>> rows = new TreeMap<>();

  public EvaluatedTopic(InputTopic<String, V> input) {
    this.input = input;
  }

  public String topic() {
    return input.topic().name();
  }

  /**
   * Takes the topic's next record. One that cannot be read, or is invalid, is passed over as {@link
   * InputRecords} does, and the record before it stays.
   */
  public void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      @Nullable String key =
          input.topic().keySerde().deserializer().deserialize(topic(), record.key());
      @Nullable V value =
          input.topic().valueSerde().deserializer().deserialize(topic(), record.value());
      Optional<String> objection = RecordCheck.objection(key, value);
      if (key == null || objection.isPresent()) {
        skip(record, objection.orElse(""));
      } else if (value == null) {
        rows.remove(key);
      } else {
        rows.put(key, new TopicValue<>(value, record.offset()));
      }
    } catch (SerializationException e) {
      skip(record, String.valueOf(e.getMessage()));
    }
  }

  /** A view, in the order of their keys. */
  public Collection<TopicValue<V>> values() {
    return Collections.unmodifiableCollection(rows.values());
  }

  private void skip(ConsumerRecord<byte[], byte[]> record, String why) {
    LOG.warn("{} offset {}: skipped: {}", topic(), record.offset(), why);
  }
}
