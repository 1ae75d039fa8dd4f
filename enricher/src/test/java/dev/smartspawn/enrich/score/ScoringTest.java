package dev.smartspawn.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.benchmark.Measurements;
import dev.smartspawn.schema.enriched.BenchmarksBuilder;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.Tier;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every expected number was worked out by hand from the specification's formulas. */
class ScoringTest {

  @ParameterizedTest
  @CsvSource({
    "-100, 0",
    "-50, 25",
    "0, 50",
    "1, 50.5",
    "51, 75.5",
    "52.9, 76.45",
    "53, 76.5",
    "100, 100",
    // Nothing leaves the scale.
    "-250, 0",
    "250, 100"
  })
  void indexIsNormalized(double raw, double normalized) {
    assertThat(Scoring.normalizeAA(raw)).isEqualTo(normalized);
  }

  @ParameterizedTest(name = "{0}: intelligence {1}, coding {2}, HF MMLU-Pro {3}, {4} -> {5}")
  @CsvSource({
    // Artificial Analysis: (53 + 100) / 2, (48 + 100) / 2
    "general,   53, 48,   , standard, 76.5",
    "coding,    53, 48,   , standard, 74",
    "research,  53, 48,   , standard, 76.5",
    "fast-cheap,53, 48,   , standard, 76.5",
    "creative,  53, 48,   , standard, 76.5",
    "vision,    53, 48,   , standard, 76.5",
    // It comes before the HF leaderboard.
    "general,   53, 48, 40, standard, 76.5",
    "coding,    53, 48, 40, standard, 74",
    // HF leaderboard: 40, and 40 x 0.85
    "general,     ,   , 40, standard, 40",
    "coding,      ,   , 40, standard, 34",
    "coding,      ,   , 41.33, premium, 35.1305",
    // An intelligence index alone: 76.5 x 0.85
    "coding,    53,   ,   , premium,  65.025",
    // A coding index alone measures nothing else.
    "coding,      , 48,   , premium,  74",
    "general,     , 48,   , premium,  70",
    // Nothing measured
    "general,     ,   ,   , premium,  70",
    "general,     ,   ,   , standard, 50",
    "general,     ,   ,   , budget,   30",
    "coding,      ,   ,   , premium,  70",
    "creative,    ,   ,   , standard, 50",
    "vision,      ,   ,   , budget,   30",
    "reasoning,   ,   ,   , premium,  70"
  })
  void formulasHold(
      String category, Double intelligence, Double coding, Double hf, String tier, double score) {
    Scoring scoring =
        new Scoring(measured(null, intelligence, coding, null, hf), true, Tier.of(tier));
    assertThat(scoring.score(Category.of(category))).isEqualTo(score);
  }

  @ParameterizedTest(name = "intelligence {0}, HF MMLU-Pro {1}, reasons: {2} -> {3}")
  @CsvSource({
    // (53 + 100) / 2 + 3
    "53,   , true,  79.5",
    "53,   , false, 76.5",
    "99,   , true,  100",
    "  , 40, true,  43",
    "  , 40, false, 40"
  })
  void reasoningIsBoostedByTheCapability(
      Double intelligence, Double hf, boolean reasons, double score) {
    Scoring scoring =
        new Scoring(measured(null, intelligence, null, null, hf), reasons, Tier.STANDARD);
    assertThat(scoring.score(Category.REASONING)).isEqualTo(score);
  }

  @ParameterizedTest(name = "text board {0}, vision board {1}: creative {2}, vision {3}")
  @CsvSource({
    // Elo / 20 and Elo / 17; (0 + 100) / 2 where a board says nothing
    "1500,     , 75,     50",
    "1437,     , 71.85,  50",
    "    , 1275, 50,     75",
    "    , 1289, 50,     75.8235",
    "2100, 1800, 100,    100"
  })
  void peoplesVotesDecideCreativeAndVision(
      Double arena, Double visionElo, double creative, double vision) {
    Scoring scoring =
        new Scoring(measured(arena, 0.0, null, visionElo, null), false, Tier.STANDARD);
    assertThat(scoring.score(Category.CREATIVE)).isEqualTo(creative);
    assertThat(scoring.score(Category.VISION)).isEqualTo(vision);
  }

  private static Measurements measured(
      Double arena, Double intelligence, Double coding, Double visionElo, Double hfMmluPro) {
    Benchmarks benchmarks =
        new BenchmarksBuilder()
            .arena(arena)
            .intelligenceIndex(intelligence)
            .codingIndex(coding)
            .mmluPro(hfMmluPro)
            .build();
    return new Measurements(benchmarks, null, visionElo, hfMmluPro, Set.of());
  }
}
