package dev.smartspawn.ingest.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fields of entries that could not be read, counted by name. The entries are kept without them. */
public final class LostFields {

  private static final int REMEMBERED = 5;

  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> firstReasons = new ArrayList<>();

  /**
   * @param field with its place in the entry: {@code pricing.overrides}
   * @param reason names the value and what was expected
   */
  void add(String field, String reason) {
    counts.merge(field, 1, Integer::sum);
    if (firstReasons.size() < REMEMBERED) {
      firstReasons.add(reason);
    }
  }

  void add(LostFields others, String entry) {
    others.counts.forEach((field, count) -> counts.merge(field, count, Integer::sum));
    others.firstReasons.stream()
        .limit(REMEMBERED - (long) firstReasons.size())
        .forEach(reason -> firstReasons.add(entry + ": " + reason));
  }

  public Map<String, Integer> counts() {
    return Collections.unmodifiableMap(counts);
  }

  /** The reasons of the first few. */
  List<String> firstReasons() {
    return Collections.unmodifiableList(firstReasons);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
