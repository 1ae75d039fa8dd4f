package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.source.LiveBenchReading;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What LiveBench measured of one model.
 *
 * @param byCategory fractions, by the category's one name, whichever way the source spells it
 */
record LiveBenchFigures(SortedMap<String, Double> byCategory) {

  static LiveBenchFigures of(@Nullable LiveBenchResult result) {
    return new LiveBenchFigures(
        result == null ? new TreeMap<>() : LiveBenchReading.byCategory(result));
  }

  @Nullable Double coding() {
    return percent("coding");
  }

  @Nullable Double agenticCoding() {
    return percent("agentic_coding");
  }

  @Nullable Double reasoning() {
    return percent("reasoning");
  }

  @Nullable Double math() {
    return percent("math");
  }

  @Nullable Double language() {
    return percent("language");
  }

  @Nullable Double instructionFollowing() {
    return percent("instruction_following");
  }

  @Nullable Double dataAnalysis() {
    return percent("data_analysis");
  }

  private @Nullable Double percent(String category) {
    return Figure.percent(byCategory.get(category));
  }
}
