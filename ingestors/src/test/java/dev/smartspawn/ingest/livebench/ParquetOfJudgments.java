package dev.smartspawn.ingest.livebench;

import dev.smartspawn.ingest.parquet.ParquetFiles;
import java.util.List;
import java.util.Map;

/** Writes judgments in the format that LiveBench publishes. */
final class ParquetOfJudgments {

  private static final String SCHEMA =
      """
      message judgments {
        optional binary question_id (STRING);
        optional binary task (STRING);
        optional binary model (STRING);
        optional double score;
        optional int64 turn;
        optional double tstamp;
        optional binary category (STRING);
      }
      """;

  private ParquetOfJudgments() {}

  static byte[] of(List<Judgment> judgments) {
    return ofRows(judgments.stream().map(ParquetOfJudgments::row).toList());
  }

  /**
   * @param rows column to value; a missing column is null
   */
  static byte[] ofRows(List<Map<String, Object>> rows) {
    return ParquetFiles.of(SCHEMA, rows);
  }

  static Map<String, Object> row(Judgment judgment) {
    return Map.of(
        "question_id", judgment.question(),
        "task", judgment.task(),
        "model", judgment.model(),
        "score", judgment.score(),
        "turn", judgment.turn(),
        "tstamp", judgment.judgedAtSeconds(),
        "category", judgment.category());
  }
}
