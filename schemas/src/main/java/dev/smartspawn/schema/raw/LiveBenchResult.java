package dev.smartspawn.schema.raw;

import java.util.Map;

/**
 * A model's scores, computed from LiveBench's judgments. If a question was judged twice, the later
 * judgment counts.
 *
 * @param model such as {@code claude-3-opus-20240229}; may carry an effort
 * @param taskScores task to mean score, 0 to 1
 * @param categoryScores category (such as {@code agentic_coding}) to the mean of its tasks' means,
 *     0 to 1
 * @param questions the number of judged questions behind these scores
 */
public record LiveBenchResult(
    String model, Map<String, Double> taskScores, Map<String, Double> categoryScores, int questions)
    implements RawRecord {

  public LiveBenchResult {
    Required.text("model", model);
    taskScores = taskScores == null ? Map.of() : Map.copyOf(taskScores);
    categoryScores = categoryScores == null ? Map.of() : Map.copyOf(categoryScores);
  }

  @Override
  public String key() {
    return model;
  }
}
