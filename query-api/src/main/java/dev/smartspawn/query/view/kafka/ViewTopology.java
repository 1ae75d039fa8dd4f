package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.state.Stores;

/** Four topics, each in a global store of the same name: keys as text, values as they came. */
final class ViewTopology {

  static final List<Topic<?, ?>> TABLES =
      List.of(
          Topics.ENRICHED_MODELS,
          Topics.SOURCE_STATUS,
          Topics.ENRICHMENT_RUNS,
          Topics.UNRESOLVED_NAMES);

  private final Consumer<ProducerRecord<byte[], byte[]>> deadLetters;
  private final Lock writing;
  private final CheckedValues checked;
  private final Consumer<Topic<?, ?>> onChange;

  /**
   * @param deadLetters takes what cannot be read
   * @param writing held while a store is written
   * @param checked takes the values that were read to check their records
   * @param onChange told after each change of a topic's store
   */
  ViewTopology(
      Consumer<ProducerRecord<byte[], byte[]>> deadLetters,
      Lock writing,
      CheckedValues checked,
      Consumer<Topic<?, ?>> onChange) {
    this.deadLetters = deadLetters;
    this.writing = writing;
    this.checked = checked;
    this.onChange = onChange;
  }

  Topology build() {
    StreamsBuilder builder = new StreamsBuilder();
    TABLES.forEach(topic -> addTable(builder, topic));
    return builder.build();
  }

  private void addTable(StreamsBuilder builder, Topic<?, ?> topic) {
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(topic.name()), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        topic.name(),
        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(topic.name() + "-source"),
        () ->
            new ReadableRecords(
                topic, deadLetters, writing, checked, () -> onChange.accept(topic)));
  }
}
