package dev.smartspawn.enrich.rank;

import static dev.smartspawn.enrich.metric.Metric.*;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * Which figures speak for a category.
 *
 * @param yardsticks the metrics that measure the category itself, nearest first: laboratories'
 *     errors are judged by their disagreement with them
 * @param voices one a laboratory
 */
public record Recipe(List<Metric> yardsticks, List<Voice> voices) {

  /**
   * The metrics that can be the scale of every category, those that most models have first: the
   * first one that enough models have is the scale.
   */
  static final List<Metric> SCALES =
      List.of(AA_INTELLIGENCE, EMBEDDED_INTELLIGENCE, LIVEBENCH_AVERAGE, ARENA_TEXT, HF_AVERAGE);

  private static final List<Metric> OVERALL = SCALES;

  private static final Recipe CODING =
      new Recipe(
          List.of(AA_CODING, EMBEDDED_CODING, LIVEBENCH_AGENTIC_CODING, ARENA_TEXT, HF_AVERAGE),
          List.of(
              new Voice(
                  Source.ARTIFICIAL_ANALYSIS,
                  List.of(
                      List.of(AA_CODING),
                      List.of(EMBEDDED_CODING),
                      List.of(AA_TERMINAL_BENCH, AA_SCI_CODE, AA_LIVE_CODE_BENCH),
                      List.of(AA_INTELLIGENCE),
                      List.of(EMBEDDED_AGENTIC, EMBEDDED_INTELLIGENCE))),
              new Voice(
                  Source.LIVEBENCH, List.of(List.of(LIVEBENCH_AGENTIC_CODING, LIVEBENCH_CODING))),
              new Voice(
                  Source.LMARENA,
                  List.of(List.of(ARENA_CODING), List.of(ARENA_TEXT), List.of(ARENA_OLDER_TEXT))),
              new Voice(Source.HF_LEADERBOARD, List.of(List.of(HF_BBH, HF_MMLU_PRO)))));

  private static final Recipe REASONING =
      new Recipe(
          OVERALL,
          List.of(
              new Voice(
                  Source.ARTIFICIAL_ANALYSIS,
                  List.of(
                      List.of(AA_INTELLIGENCE, AA_GPQA, AA_HLE),
                      List.of(EMBEDDED_INTELLIGENCE),
                      List.of(AA_MATH, AA_MMLU_PRO),
                      List.of(EMBEDDED_AGENTIC, EMBEDDED_CODING, AA_CODING))),
              new Voice(Source.LIVEBENCH, List.of(List.of(LIVEBENCH_REASONING, LIVEBENCH_MATH))),
              new Voice(
                  Source.LMARENA,
                  List.of(
                      List.of(ARENA_MATH, ARENA_HARD_PROMPTS, ARENA_EXPERT),
                      List.of(ARENA_TEXT),
                      List.of(ARENA_OLDER_TEXT))),
              new Voice(
                  Source.HF_LEADERBOARD,
                  List.of(List.of(HF_GPQA, HF_BBH, HF_MATH, HF_MUSR, HF_MMLU_PRO)))));

  private static final Recipe GENERAL =
      new Recipe(
          OVERALL,
          List.of(
              new Voice(
                  Source.ARTIFICIAL_ANALYSIS,
                  List.of(
                      List.of(AA_INTELLIGENCE),
                      List.of(EMBEDDED_INTELLIGENCE),
                      List.of(AA_GPQA, AA_MMLU_PRO, AA_CODING),
                      List.of(EMBEDDED_AGENTIC, EMBEDDED_CODING))),
              new Voice(Source.LIVEBENCH, List.of(List.of(LIVEBENCH_AVERAGE))),
              new Voice(
                  Source.LMARENA,
                  List.of(
                      List.of(ARENA_TEXT, ARENA_HARD_PROMPTS, ARENA_INSTRUCTIONS),
                      List.of(ARENA_OLDER_TEXT))),
              new Voice(Source.HF_LEADERBOARD, List.of(List.of(HF_AVERAGE)))));

  private static final Recipe RESEARCH =
      new Recipe(
          OVERALL,
          List.of(
              new Voice(
                  Source.ARTIFICIAL_ANALYSIS,
                  List.of(
                      List.of(AA_INTELLIGENCE, AA_LONG_CONTEXT, AA_HLE, AA_TAU2, AA_AGENTIC),
                      List.of(EMBEDDED_INTELLIGENCE, EMBEDDED_AGENTIC),
                      List.of(EMBEDDED_CODING, AA_CODING))),
              new Voice(
                  Source.LIVEBENCH, List.of(List.of(LIVEBENCH_DATA_ANALYSIS, LIVEBENCH_LANGUAGE))),
              new Voice(
                  Source.LMARENA,
                  List.of(
                      List.of(ARENA_SEARCH, ARENA_DOCUMENT, ARENA_EXPERT, ARENA_TEXT),
                      List.of(ARENA_OLDER_TEXT))),
              new Voice(Source.HF_LEADERBOARD, List.of(List.of(HF_MUSR, HF_MMLU_PRO)))));

  /** Only people can say what reads well, so their votes are the scale. */
  private static final Recipe CREATIVE =
      new Recipe(
          List.of(
              ARENA_CREATIVE_WRITING,
              ARENA_TEXT,
              LIVEBENCH_LANGUAGE,
              AA_INTELLIGENCE,
              EMBEDDED_INTELLIGENCE),
          List.of(
              new Voice(
                  Source.LMARENA,
                  List.of(
                      List.of(ARENA_CREATIVE_WRITING),
                      List.of(ARENA_TEXT),
                      List.of(ARENA_OLDER_TEXT))),
              new Voice(
                  Source.LIVEBENCH, List.of(List.of(LIVEBENCH_LANGUAGE, LIVEBENCH_INSTRUCTIONS))),
              new Voice(
                  Source.ARTIFICIAL_ANALYSIS,
                  List.of(
                      List.of(AA_INTELLIGENCE),
                      List.of(EMBEDDED_INTELLIGENCE),
                      List.of(AA_CODING, EMBEDDED_CODING))),
              new Voice(Source.HF_LEADERBOARD, List.of(List.of(HF_IF_EVAL)))));

  private static final Recipe VISION =
      new Recipe(
          List.of(ARENA_VISION, ARENA_TEXT, AA_INTELLIGENCE, EMBEDDED_INTELLIGENCE),
          List.of(
              new Voice(
                  Source.LMARENA,
                  List.of(
                      List.of(ARENA_VISION),
                      List.of(ARENA_OLDER_VISION),
                      List.of(ARENA_TEXT),
                      List.of(ARENA_OLDER_TEXT))),
              new Voice(
                  Source.ARTIFICIAL_ANALYSIS,
                  List.of(
                      List.of(AA_INTELLIGENCE),
                      List.of(EMBEDDED_INTELLIGENCE),
                      List.of(AA_CODING, EMBEDDED_CODING))),
              new Voice(Source.LIVEBENCH, List.of(List.of(LIVEBENCH_AVERAGE)))));

  public Recipe {
    yardsticks = List.copyOf(yardsticks);
    voices = List.copyOf(voices);
  }

  /** Fast-cheap asks the general figures; {@link QualityRanking} weighs the price in afterwards. */
  public static Recipe of(Category category) {
    return switch (category) {
      case CODING -> CODING;
      case REASONING -> REASONING;
      case CREATIVE -> CREATIVE;
      case RESEARCH -> RESEARCH;
      case VISION -> VISION;
      case GENERAL, FAST_CHEAP -> GENERAL;
    };
  }

  /** Only votes on images measure vision: any other yardstick of it stands in for them. */
  boolean isStandIn(Metric yardstick) {
    return yardsticks.get(0) == ARENA_VISION && yardstick != ARENA_VISION;
  }
}
