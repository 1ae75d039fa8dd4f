package dev.smartspawn.enrich.rule;

import dev.smartspawn.schema.enriched.Tier;
import java.util.Set;

/**
 * The constants of the rules and formulas. Those marked SPEC come from the specification. It leaves
 * the others open; they were chosen here.
 */
public final class FormulaConstants {

  /** SPEC: {@code normalized = (raw + 100) / 2} of an Artificial Analysis index. */
  public static final double INDEX_OFFSET = 100;

  /** SPEC: see {@link #INDEX_OFFSET}. */
  public static final double INDEX_DIVISOR = 2;

  /**
   * Embedded indices count as on the scale of Artificial Analysis' own if half of the shared models
   * differ by no more than this. Comparable versions differ by 1 to 2 points.
   */
  public static final double SAME_SCALE_POINTS = 3;

  /** Fewer shared models do not prove that the scales are the same. */
  public static final int SAME_SCALE_MODELS = 5;

  /** SPEC: coding, estimated where only a general score was measured. */
  public static final double CODING_OF_GENERAL = 0.85;

  /** SPEC: fractions become percent. */
  public static final double PERCENT = 100;

  public static final double SCORE_MIN = 0;
  public static final double SCORE_MAX = 100;

  /**
   * Points a model with the reasoning capability gains in {@code reasoning}: enough to lead its
   * equals, too little to overtake a model that is six index points better.
   */
  public static final double REASONING_BOOST = 3;

  /**
   * Elo points of LMArena's text board to a point of {@code creative}: its top, about 1500, becomes
   * 75, where the top of the normalised indices is too.
   */
  public static final double TEXT_ELO_PER_POINT = 20;

  /**
   * Likewise for the vision board and {@code vision}: the same models rate about 1.18 times lower
   * there than on the text board.
   */
  public static final double VISION_ELO_PER_POINT = 17;

  /** SPEC: {@code fast-cheap} below this many USD per 1M prompt tokens. */
  public static final double FAST_CHEAP_BELOW_USD = 1;

  /** SPEC: {@code research} above this context length. */
  public static final long RESEARCH_ABOVE_TOKENS = 100_000;

  /**
   * Tag {@code fast} from this median output speed, tokens per second: about ten times as fast as
   * people read.
   */
  public static final double FAST_FROM_TOKENS_PER_SECOND = 100;

  /** Tag {@code new} for this many days after the catalogue took a model in. */
  public static final int NEW_DAYS = 60;

  /** Tag {@code expiring} this many days before a model's last. */
  public static final int EXPIRING_DAYS = 14;

  /** Prompt tokens per completion token in the price that decides the tier: the mix of agents. */
  public static final double PROMPT_TOKENS_PER_COMPLETION_TOKEN = 3;

  /** Makers whose expensive models are their best. */
  public static final Set<String> FRONTIER_PROVIDERS =
      Set.of("anthropic", "openai", "google", "x-ai");

  /** {@code premium} from this blended price, USD per 1M tokens, for a frontier provider. */
  public static final double PREMIUM_FROM_USD_AT_FRONTIER = 3;

  /** {@code premium} from this blended price, USD per 1M tokens, for anyone else. */
  public static final double PREMIUM_FROM_USD = 6;

  /** {@code budget} below this blended price, USD per 1M tokens. */
  public static final double BUDGET_BELOW_USD = 0.5;

  /** Places after the point of everything that is computed. */
  public static final int DECIMALS = 4;

  private FormulaConstants() {}

  /** SPEC: the score of a model that was not measured. */
  public static double baseline(Tier tier) {
    return switch (tier) {
      case PREMIUM -> 70;
      case STANDARD -> 50;
      case BUDGET -> 30;
    };
  }
}
