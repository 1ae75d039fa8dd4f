package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.kafka.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The tables in the stores of {@link ViewTopology}. */
final class StreamsTables implements Tables {

  private final Supplier<KafkaStreams> streams;
  private final Lock stores;
  private final CheckedValues checked;

  /**
   * @param stores held while a store is written: an in-memory store may not be iterated over
   *     meanwhile
   */
  StreamsTables(Supplier<KafkaStreams> streams, Lock stores, CheckedValues checked) {
    this.streams = streams;
    this.stores = stores;
    this.checked = checked;
  }

  @Override
  public Map<String, byte[]> read(Topic<?, ?> topic) {
    ReadOnlyKeyValueStore<String, byte[]> store =
        streams
            .get()
            .store(
                StoreQueryParameters.fromNameAndType(
                    topic.name(), QueryableStoreTypes.keyValueStore()));
    Map<String, byte[]> table = new HashMap<>();
    stores.lock();
    try (KeyValueIterator<String, byte[]> rows = store.all()) {
      rows.forEachRemaining(row -> table.put(row.key, row.value));
    } finally {
      stores.unlock();
    }
    return table;
  }

  @Override
  public <V> V value(Topic<?, V> topic, String key, byte[] bytes) {
    @Nullable V value = checked.take(topic, key, bytes);
    return value == null ? Tables.super.value(topic, key, bytes) : value;
  }
}
