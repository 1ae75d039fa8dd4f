package dev.smartspawn.enrich.store;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A state store together with its rows as objects, in key order, so that reading all rows needs no
 * parsing.
 */
public final class CachedStore<K extends Comparable<K>, V> {

  private static final Logger LOG = LoggerFactory.getLogger(CachedStore.class);

  private final KeyValueStore<K, V> store;
  private final NavigableMap<K, V> rows = new TreeMap<>();

  private CachedStore(KeyValueStore<K, V> store) {
    this.store = store;
  }

  /** Reads the whole store, once. */
  public static <K extends Comparable<K>, V> CachedStore<K, V> over(KeyValueStore<K, V> store) {
    CachedStore<K, V> table = new CachedStore<>(store);
    try (KeyValueIterator<K, V> stored = store.all()) {
      while (stored.hasNext()) {
        table.load(stored);
      }
    }
    return table;
  }

  public @Nullable V get(K key) {
    return rows.get(key);
  }

  /**
   * @param value null removes the row
   */
  public void put(K key, @Nullable V value) {
    if (value == null) {
      store.delete(key);
      rows.remove(key);
    } else {
      store.put(key, value);
      rows.put(key, value);
    }
  }

  /** A view, in key order. */
  public NavigableMap<K, V> rows() {
    return Collections.unmodifiableNavigableMap(rows);
  }

  private void load(KeyValueIterator<K, V> stored) {
    try {
      var row = stored.next();
      rows.put(row.key, row.value);
    } catch (SerializationException e) {
      // Only an older release can have written it. The source's next pull sends it again.
      LOG.warn("a row of store '{}' is skipped: {}", store.name(), e.getMessage());
    }
  }
}
