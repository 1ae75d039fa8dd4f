package dev.smartspawn.enrich.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated text: comments with #, quotes around commas. */
public final class Csv {

  private Csv() {}

  /** The rows after the header, each with as many cells as that has. */
  public static List<List<String>> rows(String text) {
    List<List<String>> rows =
        text.lines().filter(line -> !line.startsWith("#")).map(Csv::cells).toList();
    List<String> header = rows.get(0);
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "expected %d cells, got %d: %s".formatted(header.size(), row.size(), row));
      }
    }
    return rows.subList(1, rows.size());
  }

  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
