package dev.smartspawn.ingest.livebench;

import dev.smartspawn.ingest.http.AnswerBody;
import dev.smartspawn.ingest.parquet.ParquetRow;
import dev.smartspawn.ingest.parquet.ParquetTable;
import java.util.List;

/** The Parquet file of judgments. */
final class JudgmentFile {

  private static final List<String> COLUMNS =
      List.of("question_id", "task", "model", "score", "turn", "tstamp", "category");

  private JudgmentFile() {}

  static ParquetTable of(AnswerBody body) {
    return new ParquetTable(body, COLUMNS);
  }

  /**
   * @throws IllegalArgumentException naming the column that the row lacks
   */
  static Judgment judgment(ParquetRow row) {
    return new Judgment(
        row.text("model"),
        row.text("category"),
        row.text("task"),
        row.text("question_id"),
        Math.round(row.number("turn")),
        row.number("score"),
        row.number("tstamp"));
  }

  /** Notes whose judgment an unusable row would have been, as far as it says. */
  static void note(ParquetRow row, Judgments judgments) {
    try {
      judgments.addUnusable(
          row.text("model"),
          row.text("category"),
          row.text("task"),
          row.text("question_id"),
          Math.round(row.number("turn")));
    } catch (IllegalArgumentException e) {
      // It is counted, and belongs to nobody.
    }
  }
}
