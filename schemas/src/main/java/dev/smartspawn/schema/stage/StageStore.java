package dev.smartspawn.schema.stage;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A state store of a stage: its name and the types of its rows. */
public record StageStore<K, V>(String name, Serde<K> keys, Serde<V> values) {

  /**
   * Kafka Streams sees bytes, because the mark that {@link StateGuard} writes has no type.
   *
   * @param storage where the store of that name keeps its bytes
   */
  public StoreBuilder<?> builder(Function<String, KeyValueBytesStoreSupplier> storage) {
    return Stores.keyValueStoreBuilder(storage.apply(name), Serdes.Bytes(), Serdes.ByteArray());
  }

  /** The rows, without the mark. */
  public GuardedStore<K, V> open(ProcessingContext context) {
    return new GuardedStore<>(context.getStateStore(name), keys, values);
  }
}
