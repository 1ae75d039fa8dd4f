package dev.smartspawn.ingest.livebench;

import dev.smartspawn.ingest.http.AnswerBody;
import dev.smartspawn.ingest.parquet.ParquetRow;
import dev.smartspawn.ingest.parquet.ParquetTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        turn(row),
        row.number("score"),
        judgedAtSeconds(row));
  }

  /**
   * Notes whose judgment an unusable row would have been, as far as it says.
   *
   * @return the model; null if the row names none
   */
  static @Nullable String note(ParquetRow row, Judgments judgments) {
    String model = textOrNull(row, "model");
    if (model != null) {
      judgments.addUnusable(
          model,
          textOrNull(row, "category"),
          textOrNull(row, "task"),
          textOrNull(row, "question_id"),
          turn(row));
    }
    return model;
  }

  private static @Nullable String textOrNull(ParquetRow row, String column) {
    try {
      return row.optionalText(column);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Most questions have one turn. */
  private static long turn(ParquetRow row) {
    return Math.round(numberOr(1, row, "turn"));
  }

  /** It only tells which of two judgments is later: without it, a judgment is the earlier one. */
  private static double judgedAtSeconds(ParquetRow row) {
    double seconds = numberOr(Double.NEGATIVE_INFINITY, row, "tstamp");
    return Double.isNaN(seconds) ? Double.NEGATIVE_INFINITY : seconds;
  }

  private static double numberOr(double other, ParquetRow row, String column) {
    try {
      Double number = row.optionalNumber(column);
      return number == null ? other : number;
    } catch (IllegalArgumentException e) {
      return other;
    }
  }
}
