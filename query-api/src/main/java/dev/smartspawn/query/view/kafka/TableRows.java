package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.enriched.TableFingerprint;
import dev.smartspawn.schema.kafka.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rows of a topic at the last update, each read and prepared once. Used by one thread.
 *
 * @param <V> value of the topic
 * @param <R> a prepared value
 */
final class TableRows<V, R> {

  private final Topic<?, V> topic;
  private final Function<V, R> preparation;
  private final Map<String, Row<R>> rows = new TreeMap<>();
  private final TableFingerprint fingerprint = new TableFingerprint();

  TableRows(Topic<?, V> topic, Function<V, R> preparation) {
    this.topic = topic;
    this.preparation = preparation;
  }

  /**
   * Takes over the newest table.
   *
   * @return whether it differs from the one before
   */
  boolean update(Tables tables) {
    Map<String, byte[]> table = tables.read(topic);
    boolean removed = removeAllBut(table);
    boolean changed = false;
    for (Map.Entry<String, byte[]> entry : table.entrySet()) {
      changed |= put(entry.getKey(), entry.getValue(), tables);
    }
    return removed || changed;
  }

  /** In the order of their keys. */
  Collection<R> prepared() {
    return rows.values().stream().map(Row::prepared).toList();
  }

  /** The same for the same rows; an {@link dev.smartspawn.schema.refresh.EnrichmentRun} has one. */
  String fingerprint() {
    return fingerprint.value();
  }

  private boolean removeAllBut(Map<String, byte[]> table) {
    boolean changed = false;
    for (Iterator<Map.Entry<String, Row<R>>> each = rows.entrySet().iterator(); each.hasNext(); ) {
      Map.Entry<String, Row<R>> row = each.next();
      if (!table.containsKey(row.getKey())) {
        fingerprint.change(row.getKey(), row.getValue().bytes(), null);
        each.remove();
        changed = true;
      }
    }
    return changed;
  }

  private boolean put(String key, byte[] bytes, Tables tables) {
    Row<R> before = rows.get(key);
    if (before != null && Arrays.equals(before.bytes(), bytes)) {
      return false;
    }
    V value = tables.value(topic, key, bytes);
    rows.put(key, new Row<>(bytes, preparation.apply(value)));
    fingerprint.change(key, before == null ? null : before.bytes(), bytes);
    return true;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  private record Row<R>(byte[] bytes, R prepared) {}
}
