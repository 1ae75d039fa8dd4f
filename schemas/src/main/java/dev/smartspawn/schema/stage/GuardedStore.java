package dev.smartspawn.schema.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A state store by the types of its rows. It hides the mark that {@link StateGuard} writes. */
public final class GuardedStore<K, V> {

  private static final Logger log = LoggerFactory.getLogger(GuardedStore.class);

  private final KeyValueStore<Bytes, byte[]> bytes;
  private final Serde<K> keys;
  private final Serde<V> values;

  GuardedStore(KeyValueStore<Bytes, byte[]> bytes, Serde<K> keys, Serde<V> values) {
    this.bytes = bytes;
    this.keys = keys;
    this.values = values;
  }

  public @Nullable V get(K key) {
    byte @Nullable [] value = bytes.get(raw(key));
    return value == null ? null : values.deserializer().deserialize(bytes.name(), value);
  }

  public void put(K key, V value) {
    bytes.put(raw(key), values.serializer().serialize(bytes.name(), value));
  }

  public void delete(K key) {
    bytes.delete(raw(key));
  }

  /** Whether there is no row. */
  public boolean isEmpty() {
    try (KeyValueIterator<Bytes, byte[]> rows = bytes.all()) {
      while (rows.hasNext()) {
        if (!StateGuard.isMark(rows.next().key)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Passes every row on, in the order of the keys' bytes. Unreadable rows are logged. */
  public void forEach(BiConsumer<K, V> action) {
    pass(bytes.all(), action);
  }

  /** Passes the rows from one key to another on, both included. Unreadable rows are logged. */
  public void forEach(K from, K to, BiConsumer<K, V> action) {
    pass(bytes.range(raw(from), raw(to)), action);
  }

  /** Removes the rows that pass. */
  public void removeIf(BiPredicate<K, V> over) {
    List<K> removed = new ArrayList<>();
    forEach(
        (key, value) -> {
          if (over.test(key, value)) {
            removed.add(key);
          }
        });
    removed.forEach(this::delete);
  }

  private void pass(KeyValueIterator<Bytes, byte[]> found, BiConsumer<K, V> action) {
    try (found) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> row = found.next();
        if (!StateGuard.isMark(row.key)) {
          pass(row, action);
        }
      }
    }
  }

  private void pass(KeyValue<Bytes, byte[]> row, BiConsumer<K, V> action) {
    K key;
    V value;
    try {
      key = keys.deserializer().deserialize(bytes.name(), row.key.get());
      value = values.deserializer().deserialize(bytes.name(), row.value);
    } catch (SerializationException e) {
      // Only an older release can have written it. Its source sends it again.
      log.warn("a row of store '{}' is skipped: {}", bytes.name(), e.getMessage());
      return;
    }
    action.accept(key, value);
  }

  private Bytes raw(K key) {
    return Bytes.wrap(keys.serializer().serialize(bytes.name(), key));
  }
}
