package dev.smartspawn.ingest.hfleaderboard;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.ingest.source.LostFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the rows API, checked for completeness.
 *
 * @param total the number of rows in the whole data set, according to this page
 * @param rows the rows from the page's offset on, without gaps
 */
record RowPage(long total, List<JsonEntry> rows) {

  /** The most rows that the API returns at once. */
  static final int SIZE = 100;

  private static final String EXPECTED = "a JSON object with 'rows' and 'num_rows_total'";

  /**
   * @throws PullException when it is not a page, or not a complete one
   */
  static RowPage read(Answer answer, long offset) throws PullException {
    JsonEntry root = JsonEntry.of(answer, EXPECTED);
    try {
      List<JsonEntry> entries = root.list("rows");
      Long total = root.integer("num_rows_total");
      if (entries == null || total == null || total < 0) {
        throw answer.unexpected(EXPECTED);
      }
      return new RowPage(total, whole(answer, entries, offset, total));
    } catch (IllegalArgumentException e) {
      throw answer.unexpected(EXPECTED, String.valueOf(e.getMessage()));
    }
  }

  private static List<JsonEntry> whole(
      Answer answer, List<JsonEntry> entries, long offset, long total) throws PullException {
    long expected = Math.max(0, Math.min(SIZE, total - offset));
    if (entries.size() != expected) {
      throw answer.unexpected("%d rows".formatted(expected), "%d rows".formatted(entries.size()));
    }
    List<JsonEntry> rows = new ArrayList<>(entries.size());
    for (JsonEntry entry : entries) {
      @Nullable Long index = entry.integer("row_idx");
      if (index == null || index != offset + rows.size()) {
        throw answer.unexpected(
            "row %d next".formatted(offset + rows.size()), "row %s".formatted(index));
      }
      // A row that is not an object is rejected alone.
      rows.add(entry.lenient(new LostFields()).at("row"));
    }
    return rows;
  }
}
