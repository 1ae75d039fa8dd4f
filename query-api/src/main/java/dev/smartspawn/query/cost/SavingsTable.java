package dev.smartspawn.query.cost;

import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All rows of {@code savings}, as far as they have been read. */
final class SavingsTable {

  private final Map<SavingsKey, SavingsRow> rows = new HashMap<>();

  synchronized void put(SavingsKey key, @Nullable SavingsRow row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row);
    }
  }

  /** The sum of the rows that pass. */
  synchronized SavingsRow sum(Predicate<SavingsKey> wanted) {
    SavingsRow sum = SavingsRow.NOTHING;
    for (Map.Entry<SavingsKey, SavingsRow> row : rows.entrySet()) {
      if (wanted.test(row.getKey())) {
        sum = sum.plus(row.getValue());
      }
    }
    return sum;
  }

  /** The sums of the rows that pass, by what {@code group} says. */
  synchronized <G extends Comparable<G>> SortedMap<G, SavingsRow> sums(
      Predicate<SavingsKey> wanted, Function<SavingsKey, G> group) {
    SortedMap<G, SavingsRow> sums = new TreeMap<>();
    rows.forEach(
        (key, row) -> {
          if (wanted.test(key)) {
            sums.merge(group.apply(key), row, SavingsRow::plus);
          }
        });
    return sums;
  }
}
