package dev.smartspawn.ingest.hfleaderboard;

import dev.smartspawn.ingest.http.Answer;
import dev.smartspawn.ingest.http.PullException;
import dev.smartspawn.ingest.source.JsonAnswer;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.ingest.source.LostFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the rows API, checked for completeness. It keeps the answer, which takes much less
 * memory than its rows.
 *
 * @param total the number of rows in the whole data set, according to this page
 * @param offset the number of its first row
 */
record RowPage(long total, Answer answer, long offset) {

  /** The most rows that the API returns at once. */
  static final int SIZE = 100;

  private static final String EXPECTED = "a JSON object with 'rows' and 'num_rows_total'";

  /**
   * @throws PullException when it is not a page, or not a complete one
   */
  static RowPage read(Answer answer, long offset) throws PullException {
    List<JsonEntry> entries = new ArrayList<>();
    JsonEntry root = JsonAnswer.read(answer, "rows", EXPECTED, entries::add);
    try {
      Long total = root.integer("num_rows_total");
      if (total == null || total < 0) {
        throw answer.unexpected(EXPECTED);
      }
      checkWhole(answer, entries, offset, total);
      return new RowPage(total, answer, offset);
    } catch (IllegalArgumentException e) {
      throw answer.unexpected(EXPECTED, String.valueOf(e.getMessage()));
    }
  }

  /** In bytes. */
  long size() {
    return answer.body().length();
  }

  /** The rows from the page's offset on, without gaps. */
  List<JsonEntry> rows() throws PullException {
    List<JsonEntry> rows = new ArrayList<>();
    // A row that is not an object is rejected alone.
    JsonAnswer.read(
        answer, "rows", EXPECTED, entry -> rows.add(entry.lenient(new LostFields()).at("row")));
    return rows;
  }

  private static void checkWhole(Answer answer, List<JsonEntry> entries, long offset, long total)
      throws PullException {
    long expected = Math.max(0, Math.min(SIZE, total - offset));
    if (entries.size() != expected) {
      throw answer.unexpected("%d rows".formatted(expected), "%d rows".formatted(entries.size()));
    }
    long next = offset;
    for (JsonEntry entry : entries) {
      @Nullable Long index = entry.integer("row_idx");
      if (index == null || index != next) {
        throw answer.unexpected("row %d next".formatted(next), "row %s".formatted(index));
      }
      next++;
    }
  }
}
