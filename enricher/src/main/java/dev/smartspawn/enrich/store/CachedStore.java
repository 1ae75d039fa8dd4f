package dev.smartspawn.enrich.store;

import dev.smartspawn.schema.stage.GuardedStore;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A state store together with its rows as objects, in key order, so that reading all rows needs no
 * parsing.
 */
public final class CachedStore<K extends Comparable<K>, V> {

  private final GuardedStore<K, V> store;
  private final NavigableMap<K, V> rows = new TreeMap<>();

  private CachedStore(GuardedStore<K, V> store) {
    this.store = store;
  }

  /** Reads the whole store, once. */
  public static <K extends Comparable<K>, V> CachedStore<K, V> over(GuardedStore<K, V> store) {
    CachedStore<K, V> table = new CachedStore<>(store);
    store.forEach(table.rows::put);
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
}
