package dev.smartspawn.ingest.publication;

import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * What has to be published to bring a topic from what it holds to what is offered.
 *
 * @param removals keys that get a tombstone; they are published first
 * @param puts values that are new or different, in the offered pull. Where there are only removals,
 *     one held value is put again: the last record of a pull is never a tombstone, so that
 *     compaction, which drops tombstones in the end, cannot take away the pull's end
 * @param tally by what happens to the records
 */
public record TableDiff<V>(Set<String> removals, Map<String, V> puts, Tally tally) {

  /**
   * @param same whether two values say the same
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

  /** The table as it is once this has been published. */
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
