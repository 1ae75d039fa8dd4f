package dev.smartspawn.ingest.hfleaderboard;

import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;

/**
 * Reads one row. For each benchmark, it uses the normalised column (0 to 100, random guessing
 * scores 0), not the {@code Raw} one.
 */
final class LeaderboardRow {

  private LeaderboardRow() {}

  /**
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  static HfEvaluation read(JsonEntry row) {
    return new HfEvaluationBuilder()
        .evalName(row.required("eval_name"))
        .fullname(row.required("fullname"))
        .precision(row.text("Precision"))
        .type(row.text("Type"))
        .sha(row.text("Model sha"))
        .paramsBillions(row.number("#Params (B)"))
        .officialProvider(row.flag("Official Providers"))
        .flagged(row.flag("Flagged"))
        .merged(row.flag("Merged"))
        .baseModel(row.text("Base Model"))
        .average(row.number("Average ⬆️"))
        .ifEval(row.number("IFEval"))
        .bbh(row.number("BBH"))
        .mathLvl5(row.number("MATH Lvl 5"))
        .gpqa(row.number("GPQA"))
        .musr(row.number("MUSR"))
        .mmluPro(row.number("MMLU-PRO"))
        .build();
  }
}
