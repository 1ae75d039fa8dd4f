package dev.smartspawn.ingest.hfleaderboard;

import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.schema.raw.HfEvaluation;

/**
 * Reads one row. Of each benchmark the normalised column counts (0 to 100, random guessing at 0),
 * not the {@code Raw} one.
 */
final class LeaderboardRow {

  private LeaderboardRow() {}

  /**
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  static HfEvaluation read(JsonEntry row) {
    return new HfEvaluation(
        row.required("eval_name"),
        row.required("fullname"),
        row.text("Precision"),
        row.text("Type"),
        row.text("Model sha"),
        row.number("#Params (B)"),
        row.flag("Official Providers"),
        row.flag("Flagged"),
        row.flag("Merged"),
        row.text("Base Model"),
        row.number("Average ⬆️"),
        row.number("IFEval"),
        row.number("BBH"),
        row.number("MATH Lvl 5"),
        row.number("GPQA"),
        row.number("MUSR"),
        row.number("MMLU-PRO"));
  }
}
