package dev.smartspawn.enrich.metric;

import dev.smartspawn.schema.source.Source;
import java.util.Arrays;
import java.util.Optional;

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
    return source.equals(Source.OPENROUTER) ? Source.ARTIFICIAL_ANALYSIS : source;
  }

  /** The value in points of an index where random is about 0 and perfect is 100. */
  public double toPoints(double value) {
    return unit == Unit.ELO ? (value - 1000) / 10 : unit == Unit.FRACTION ? value * 100 : value;
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
