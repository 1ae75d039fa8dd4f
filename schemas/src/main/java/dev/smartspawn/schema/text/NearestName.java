package dev.smartspawn.schema.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Suggests a known name for one that does not exist. */
public final class NearestName {

  private NearestName() {}

  /**
   * Returns the known name that needs the fewest letters added, dropped or replaced.
   *
   * @param known not empty
   */
  public static String of(String written, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> editDistance(written, name)))
        .orElseThrow();
  }

  /** Levenshtein's distance, row by row. */
  private static int editDistance(String from, String to) {
    int[] above = new int[to.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
