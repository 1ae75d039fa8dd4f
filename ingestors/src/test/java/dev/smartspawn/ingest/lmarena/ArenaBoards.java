package dev.smartspawn.ingest.lmarena;

import dev.smartspawn.ingest.parquet.ParquetFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes boards in the format that LMArena publishes. */
final class ArenaBoards {

  static final String SCHEMA =
      """
      message schema {
        optional binary model_name (STRING);
        optional binary organization (STRING);
        optional binary license (STRING);
        optional double rating;
        optional double rating_lower;
        optional double rating_upper;
        optional double variance;
        optional int64 vote_count;
        optional int64 rank;
        optional binary category (STRING);
        optional binary leaderboard_publish_date (STRING);
      }
      """;

  private ArenaBoards() {}

  /** A usable row. */
  static Map<String, Object> row(String model, String category, double rating) {
    Map<String, Object> row = new HashMap<>();
    row.put("model_name", model);
    row.put("organization", "maker");
    row.put("license", "Proprietary");
    row.put("rating", rating);
    row.put("rating_lower", rating - 6);
    row.put("rating_upper", rating + 6);
    row.put("variance", 9.5);
    row.put("vote_count", 4131L);
    row.put("rank", 2L);
    row.put("category", category);
    row.put("leaderboard_publish_date", "2026-07-10");
    return row;
  }

  static Map<String, Object> with(Map<String, Object> row, String column, Object value) {
    Map<String, Object> changed = new HashMap<>(row);
    changed.put(column, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, Object> row, String column) {
    Map<String, Object> changed = new HashMap<>(row);
    changed.remove(column);
    return changed;
  }

  static byte[] file(List<Map<String, Object>> rows) {
    return ParquetFiles.of(SCHEMA, rows);
  }
}
