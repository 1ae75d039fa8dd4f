package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.Finding;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What LiveBench measured of one model, at the effort a caller gets by default.
 *
 * @param byCategory in lower case with underscores, whichever way the source spells it
 */
record LiveBenchFigures(Map<String, Double> byCategory) {

  static LiveBenchFigures of(List<Finding<LiveBenchResult>> findings, DefaultEffort effort) {
    Map<String, Double> byCategory = new TreeMap<>();
    effort
        .nearest(findings)
        .ifPresent(
            finding ->
                new TreeMap<>(finding.record().categoryScores())
                    .forEach((name, score) -> byCategory.putIfAbsent(plain(name), score)));
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
    return Figure.or(percent("math"), percent("mathematics"));
  }

  @Nullable Double language() {
    return percent("language");
  }

  @Nullable Double instructionFollowing() {
    return Figure.or(percent("instruction_following"), percent("if"));
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

  private static String plain(String category) {
    return category.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
  }
}
