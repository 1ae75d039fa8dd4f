package dev.smartspawn.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.Map;

/** Finds a metric's number in a record by the record's own JSON, as a reader of the topic would. */
public final class RawNumber {

  /** Where the JSON's field is not the metric's own name among the evaluations. */
  private static final Map<String, String> POINTERS =
      Map.ofEntries(
          Map.entry("openrouter/intelligence_index", "/artificialAnalysis/intelligenceIndex"),
          Map.entry("openrouter/coding_index", "/artificialAnalysis/codingIndex"),
          Map.entry("openrouter/agentic_index", "/artificialAnalysis/agenticIndex"),
          Map.entry("artificial-analysis/output_tokens_per_second", "/outputTokensPerSecond"),
          Map.entry("artificial-analysis/time_to_first_token", "/timeToFirstTokenSeconds"),
          Map.entry("hf-leaderboard/average", "/average"),
          Map.entry("hf-leaderboard/ifeval", "/ifEval"),
          Map.entry("hf-leaderboard/bbh", "/bbh"),
          Map.entry("hf-leaderboard/math_lvl_5", "/mathLvl5"),
          Map.entry("hf-leaderboard/gpqa", "/gpqa"),
          Map.entry("hf-leaderboard/musr", "/musr"),
          Map.entry("hf-leaderboard/mmlu_pro", "/mmluPro"));

  private RawNumber() {}

  public static double in(RawRecord record, String metric) {
    JsonNode tree = Json.MAPPER.valueToTree(record);
    String field = metric.substring(metric.indexOf('/') + 1);
    String usual = "/evaluations/" + field;
    if (record instanceof ArenaRating rating && rating.board().id().equals(field)) {
      usual = "/rating";
    } else if (record instanceof ArenaStanding) {
      usual = "/categories/" + field.substring(field.indexOf('/') + 1) + "/rating";
    } else if (record instanceof LiveBenchResult) {
      usual = "/categoryScores/" + field;
    }
    return tree.at(POINTERS.getOrDefault(metric, usual)).asDouble(Double.NaN);
  }
}
