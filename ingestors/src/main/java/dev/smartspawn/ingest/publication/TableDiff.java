package dev.smartspawn.ingest.publication;

import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * The records to publish so that a topic holds the offered values.
 *
 * @param removals keys that get a tombstone; they are published first
 * @param puts new or different values, in the offered order. If there are only removals, one held
 *     value is put again, so that the last record of a pull is never a tombstone. Compaction
 *     eventually drops tombstones and would remove the end of the pull
 * @param tally counts of records by their change
 */
public record TableDiff<V>(Set<String> removals, Map<String, V> puts, Tally tally) {

  /**
   * @param same whether two values have the same content
   * @param rejected passed on to the tally
   */
  public static <V> TableDiff<V> between(
      Map<String, V> held, Map<String, V> offered, BiPredicate<V, V> same, int rejected) {
    Map<String, V> puts = new LinkedHashMap<>();
    int added = 0;
    for (Map.Entry<String, V> offer : offered.entrySet()) {
      V before = held.get(offer.getKey());
      if (before == null || !same.test(before, offer.getValue())) {
        puts.put(offer.getKey(), offer.getValue());
        added += before == null ? 1 : 0;
      }
    }
    Set<String> removals = new TreeSet<>(held.keySet());
    removals.removeAll(offered.keySet());
    int changed = puts.size() - added;
    int unchanged = offered.size() - puts.size();
    if (puts.isEmpty() && !removals.isEmpty()) {
      offered.keySet().stream().findFirst().ifPresent(key -> putAgain(key, held, puts));
    }
    return new TableDiff<>(
        removals, puts, new Tally(added, changed, removals.size(), unchanged, rejected));
  }

  public boolean isEmpty() {
    return removals.isEmpty() && puts.isEmpty();
  }

  /** Changes {@code held} to the table after this diff is published. */
  public void applyTo(Map<String, V> held) {
    held.keySet().removeAll(removals);
    held.putAll(puts);
  }

  private static <V> void putAgain(String key, Map<String, V> held, Map<String, V> puts) {
    V value = held.get(key);
    if (value != null) {
      puts.put(key, value);
    }
  }
}
