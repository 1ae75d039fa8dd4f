package dev.smartspawn.enrich.score;

import dev.smartspawn.enrich.benchmark.Measurements;
import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The specification's scoring formulas, for one model.
 *
 * @param measured the measurements the formulas use
 * @param reasons the model has the reasoning capability
 * @param tier its baseline is used where nothing was measured
 */
public record Scoring(Measurements measured, boolean reasons, Tier tier) {

  /** Quality in {@code category}, 0 to 100. */
  public double score(Category category) {
    return Decimal.rounded(
        switch (category) {
          case GENERAL, RESEARCH, FAST_CHEAP -> general();
          case CODING -> coding();
          case REASONING -> reasoning();
          case CREATIVE ->
              rated(measured.benchmarks().arena(), FormulaConstants.TEXT_ELO_PER_POINT);
          case VISION -> rated(measured.visionElo(), FormulaConstants.VISION_ELO_PER_POINT);
        });
  }

  /** {@code (raw + 100) / 2}: -100 is 0, 0 is 50, 100 is 100. */
  static double normalizeAA(double index) {
    return clamped((index + FormulaConstants.INDEX_OFFSET) / FormulaConstants.INDEX_DIVISOR);
  }

  private double general() {
    @Nullable Double measuredGeneral = measuredGeneral();
    return measuredGeneral == null ? FormulaConstants.baseline(tier) : measuredGeneral;
  }

  private double coding() {
    @Nullable Double index = measured.benchmarks().codingIndex();
    if (index != null) {
      return normalizeAA(index);
    }
    @Nullable Double measuredGeneral = measuredGeneral();
    return measuredGeneral == null
        ? FormulaConstants.baseline(tier)
        : measuredGeneral * FormulaConstants.CODING_OF_GENERAL;
  }

  /** A baseline is not a measurement, so it is not boosted. */
  private double reasoning() {
    @Nullable Double measuredGeneral = measuredGeneral();
    if (measuredGeneral == null) {
      return FormulaConstants.baseline(tier);
    }
    return clamped(measuredGeneral + (reasons ? FormulaConstants.REASONING_BOOST : 0));
  }

  private double rated(@Nullable Double elo, double eloPerPoint) {
    return elo == null ? general() : clamped(elo / eloPerPoint);
  }

  /** Artificial Analysis before the HF leaderboard. */
  private @Nullable Double measuredGeneral() {
    @Nullable Double index = measured.benchmarks().intelligenceIndex();
    if (index != null) {
      return normalizeAA(index);
    }
    @Nullable Double mmluPro = measured.hfMmluPro();
    return mmluPro == null ? null : clamped(mmluPro);
  }

  private static double clamped(double score) {
    return Math.max(FormulaConstants.SCORE_MIN, Math.min(FormulaConstants.SCORE_MAX, score));
  }
}
