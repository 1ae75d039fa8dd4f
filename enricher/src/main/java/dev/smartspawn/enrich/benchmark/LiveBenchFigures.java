package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What LiveBench measured of one model.
 *
 * @param byCategory fractions, by the category's one name, whichever way the source spells it
 */
record LiveBenchFigures(SortedMap<String, Double> byCategory) {

  private static final Map<String, String> SYNONYMS =
      Map.of("mathematics", "math", "if", "instruction_following");

  static LiveBenchFigures of(@Nullable LiveBenchResult result) {
    SortedMap<String, Double> byCategory = new TreeMap<>();
    if (result != null) {
      new TreeMap<>(result.categoryScores())
          .forEach((spelt, score) -> byCategory.putIfAbsent(category(spelt), score));
    }
    return new LiveBenchFigures(byCategory);
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

  boolean isPresent() {
    return !byCategory.isEmpty();
  }

  private @Nullable Double percent(String category) {
    return Figure.percent(byCategory.get(category));
  }

  private static String category(String spelt) {
    String plain = spelt.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    return SYNONYMS.getOrDefault(plain, plain);
  }
}
