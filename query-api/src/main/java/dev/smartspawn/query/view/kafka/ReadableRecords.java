package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Fills a topic's global store and keeps unreadable records out. Global tables are outside every
 * deserialization handler, so this checks each record itself, during the initial load and later.
 */
final class ReadableRecords implements Processor<byte[], byte[], Void, Void> {

  static final String READER = "query-api";

  private final Topic<?, ?> topic;
  private final Consumer<ProducerRecord<byte[], byte[]>> deadLetters;
  private final Lock writing;
  private final CheckedValues checked;
  private final Runnable onChange;
  private @Nullable ProcessorContext<Void, Void> context;
  private @Nullable KeyValueStore<String, byte[]> store;

  /**
   * @param writing held while the store is written
   * @param checked takes the values, so that nobody has to read them again
   * @param onChange called after each change of the store
   */
  ReadableRecords(
      Topic<?, ?> topic,
      Consumer<ProducerRecord<byte[], byte[]>> deadLetters,
      Lock writing,
      CheckedValues checked,
      Runnable onChange) {
    this.topic = topic;
    this.deadLetters = deadLetters;
    this.writing = writing;
    this.checked = checked;
    this.onChange = onChange;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    this.store = context.getStateStore(topic.name());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    @Nullable Object value;
    try {
      value = read(record);
    } catch (RuntimeException e) {
      deadLetters.accept(deadLetter(record, String.valueOf(e.getMessage())));
      return;
    }
    String key = new String(record.key(), StandardCharsets.UTF_8);
    checked.put(topic, key, record.value(), value);
    put(key, record.value());
    onChange.run();
  }

  private void put(String key, byte @Nullable [] value) {
    writing.lock();
    try {
      Objects.requireNonNull(store).put(key, value);
    } finally {
      writing.unlock();
    }
  }

  /**
   * @throws RuntimeException if key or value cannot be read
   */
  private @Nullable Object read(Record<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new IllegalArgumentException("record of topic %s without a key".formatted(topic));
    }
    var unused = topic.keySerde().deserializer().deserialize(topic.name(), record.key());
    return topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
  }

  private ProducerRecord<byte[], byte[]> deadLetter(Record<byte[], byte[]> record, String fault) {
    RecordMetadata at = Objects.requireNonNull(context).recordMetadata().orElseThrow();
    return DeadLetter.of(
        at.topic(), at.partition(), at.offset(), record.key(), record.value(), READER, fault);
  }
}
