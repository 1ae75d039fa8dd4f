package dev.smartspawn.query.cost;

import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All rows of {@code spend}, as far as they have been read. */
final class SpendTable {

  private final Map<SpendKey, SpendRow> rows = new HashMap<>();

  /** Orders groups by the texts of their dimensions. */
  private static final Comparator<List<String>> BY_TEXTS =
      (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
          int compared = one.get(i).compareTo(other.get(i));
          if (compared != 0) {
            return compared;
          }
        }
        return 0;
      };

  synchronized void put(SpendKey key, @Nullable SpendRow row) {
    if (row == null) {
      rows.remove(key);
    } else {
      rows.put(key, row);
    }
  }

  /**
   * The sums of the rows that pass, by the texts of their dimensions.
   *
   * @param by at least one
   */
  synchronized SortedMap<List<String>, SpendRow> sums(
      Predicate<SpendKey> wanted, List<CostDimension> by) {
    SortedMap<List<String>, SpendRow> sums = new TreeMap<>(BY_TEXTS);
    rows.forEach(
        (key, row) -> {
          if (wanted.test(key)) {
            List<String> group = new ArrayList<>();
            by.forEach(dimension -> group.add(dimension.of(key)));
            sums.merge(group, row, SpendRow::plus);
          }
        });
    return sums;
  }
}
