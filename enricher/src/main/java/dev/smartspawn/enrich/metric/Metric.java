package dev.smartspawn.enrich.metric;

import dev.smartspawn.schema.source.Source;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A figure a source publishes about a model. Figures embedded in OpenRouter's catalogue come from a
 * newer version of Artificial Analysis' indices than its own rows: they are metrics of their own,
 * on a scale of their own.
 */
public enum Metric {
  AA_INTELLIGENCE(Source.ARTIFICIAL_ANALYSIS, "intelligence_index", Unit.INDEX),
  AA_CODING(Source.ARTIFICIAL_ANALYSIS, "coding_index", Unit.INDEX),
  AA_AGENTIC(Source.ARTIFICIAL_ANALYSIS, "agentic_index", Unit.INDEX),
  AA_MATH(Source.ARTIFICIAL_ANALYSIS, "math_index", Unit.INDEX),
  AA_MMLU_PRO(Source.ARTIFICIAL_ANALYSIS, "mmlu_pro", Unit.FRACTION),
  AA_GPQA(Source.ARTIFICIAL_ANALYSIS, "gpqa", Unit.FRACTION),
  AA_HLE(Source.ARTIFICIAL_ANALYSIS, "hle", Unit.FRACTION),
  AA_LIVE_CODE_BENCH(Source.ARTIFICIAL_ANALYSIS, "livecodebench", Unit.FRACTION),
  AA_SCI_CODE(Source.ARTIFICIAL_ANALYSIS, "scicode", Unit.FRACTION),
  AA_TERMINAL_BENCH(Source.ARTIFICIAL_ANALYSIS, "terminalbench_hard", Unit.FRACTION),
  AA_IF_BENCH(Source.ARTIFICIAL_ANALYSIS, "ifbench", Unit.FRACTION),
  AA_LONG_CONTEXT(Source.ARTIFICIAL_ANALYSIS, "lcr", Unit.FRACTION),
  AA_TAU2(Source.ARTIFICIAL_ANALYSIS, "tau2", Unit.FRACTION),

  EMBEDDED_INTELLIGENCE(Source.OPENROUTER, "intelligence_index", Unit.INDEX),
  EMBEDDED_CODING(Source.OPENROUTER, "coding_index", Unit.INDEX),
  EMBEDDED_AGENTIC(Source.OPENROUTER, "agentic_index", Unit.INDEX),

  /** The mean of its categories. */
  LIVEBENCH_AVERAGE(Source.LIVEBENCH, "average", Unit.FRACTION),
  LIVEBENCH_AGENTIC_CODING(Source.LIVEBENCH, "agentic_coding", Unit.FRACTION),
  LIVEBENCH_CODING(Source.LIVEBENCH, "coding", Unit.FRACTION),
  LIVEBENCH_REASONING(Source.LIVEBENCH, "reasoning", Unit.FRACTION),
  LIVEBENCH_MATH(Source.LIVEBENCH, "math", Unit.FRACTION),
  LIVEBENCH_LANGUAGE(Source.LIVEBENCH, "language", Unit.FRACTION),
  LIVEBENCH_INSTRUCTIONS(Source.LIVEBENCH, "instruction_following", Unit.FRACTION),
  LIVEBENCH_DATA_ANALYSIS(Source.LIVEBENCH, "data_analysis", Unit.FRACTION),

  ARENA_TEXT(Source.LMARENA, "text", Unit.ELO),
  ARENA_VISION(Source.LMARENA, "vision", Unit.ELO),
  /**
   * The text and the vision board in the older one of two publications. Its ratings come from other
   * votes and another method, so they have a scale of their own.
   */
  ARENA_OLDER_TEXT(Source.LMARENA, "older/text", Unit.ELO),
  ARENA_OLDER_VISION(Source.LMARENA, "older/vision", Unit.ELO),
  ARENA_CODING(Source.LMARENA_DATASET, "text/coding", Unit.ELO),
  ARENA_MATH(Source.LMARENA_DATASET, "text/math", Unit.ELO),
  ARENA_CREATIVE_WRITING(Source.LMARENA_DATASET, "text/creative_writing", Unit.ELO),
  ARENA_HARD_PROMPTS(Source.LMARENA_DATASET, "text/hard_prompts", Unit.ELO),
  ARENA_EXPERT(Source.LMARENA_DATASET, "text/expert", Unit.ELO),
  ARENA_INSTRUCTIONS(Source.LMARENA_DATASET, "text/instruction_following", Unit.ELO),
  ARENA_LONGER_QUERY(Source.LMARENA_DATASET, "text/longer_query", Unit.ELO),
  ARENA_MULTI_TURN(Source.LMARENA_DATASET, "text/multi_turn", Unit.ELO),
  ARENA_SOFTWARE(Source.LMARENA_DATASET, "text/industry_software_and_it_services", Unit.ELO),
  ARENA_LITERATURE(
      Source.LMARENA_DATASET, "text/industry_writing_and_literature_and_language", Unit.ELO),
  ARENA_SCIENCE(
      Source.LMARENA_DATASET, "text/industry_life_and_physical_and_social_science", Unit.ELO),
  ARENA_WEBDEV(Source.LMARENA_DATASET, "webdev/overall", Unit.ELO),
  ARENA_SEARCH(Source.LMARENA_DATASET, "search/overall", Unit.ELO),
  ARENA_DOCUMENT(Source.LMARENA_DATASET, "document/overall", Unit.ELO),
  ARENA_OCR(Source.LMARENA_DATASET, "vision/ocr", Unit.ELO),
  ARENA_DIAGRAM(Source.LMARENA_DATASET, "vision/diagram", Unit.ELO),
  ARENA_HOMEWORK(Source.LMARENA_DATASET, "vision/homework", Unit.ELO),

  HF_AVERAGE(Source.HF_LEADERBOARD, "average", Unit.INDEX),
  HF_IF_EVAL(Source.HF_LEADERBOARD, "ifeval", Unit.INDEX),
  HF_BBH(Source.HF_LEADERBOARD, "bbh", Unit.INDEX),
  HF_MATH(Source.HF_LEADERBOARD, "math_lvl_5", Unit.INDEX),
  HF_GPQA(Source.HF_LEADERBOARD, "gpqa", Unit.INDEX),
  HF_MUSR(Source.HF_LEADERBOARD, "musr", Unit.INDEX),
  HF_MMLU_PRO(Source.HF_LEADERBOARD, "mmlu_pro", Unit.INDEX);

  // A record of one string, which is immutable.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Source source;

  private final String field;
  private final Unit unit;

  Metric(Source source, String field, Unit unit) {
    this.source = source;
    this.field = field;
    this.unit = unit;
  }

  /** Who delivers it. */
  public Source source() {
    return source;
  }

  /** The source's name for it. */
  public String field() {
    return field;
  }

  /** As {@code livebench/agentic_coding}. */
  public String id() {
    return source.id() + "/" + field;
  }

  /**
   * Who measured it. Two figures of one laboratory do not confirm each other, even if they come
   * through different sources.
   */
  public Source laboratory() {
    if (isPassedOn()) {
      return Source.ARTIFICIAL_ANALYSIS;
    }
    return source.equals(Source.LMARENA_DATASET) ? Source.LMARENA : source;
  }

  /** Whether a source delivers it that did not measure it. */
  public boolean isPassedOn() {
    return source.equals(Source.OPENROUTER);
  }

  /** The value in points of an index where random is about 0 and perfect is 100. */
  public double toPoints(double value) {
    return unit == Unit.ELO ? (value - 1000) / 10 : unit == Unit.FRACTION ? value * 100 : value;
  }

  /** Everything that a laboratory measured, whichever source passes it on. */
  public static Set<Metric> of(Source laboratory) {
    return Arrays.stream(values())
        .filter(metric -> metric.laboratory().equals(laboratory))
        .collect(Collectors.toUnmodifiableSet());
  }

  public static Optional<Metric> of(Source source, String field) {
    return Arrays.stream(values())
        .filter(metric -> metric.source.equals(source) && metric.field.equals(field))
        .findFirst();
  }

  private enum Unit {
    INDEX,
    FRACTION,
    /** Ten points of Elo count as one point of an index; 1000 is where today's boards begin. */
    ELO
  }
}
