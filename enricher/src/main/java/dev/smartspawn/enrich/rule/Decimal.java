package dev.smartspawn.enrich.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact and rounded decimal arithmetic: the same figures always give the same bytes. */
public final class Decimal {

  private static final int TOKENS_PER_MILLION_EXPONENT = 6;

  private Decimal() {}

  /** USD per token to USD per 1M tokens: 0.000005 is 5.0. */
  public static double perMillion(BigDecimal usdPerToken) {
    return usdPerToken.movePointRight(TOKENS_PER_MILLION_EXPONENT).doubleValue();
  }

  /** To {@link FormulaConstants#DECIMALS} places, halves away from zero. */
  public static double rounded(double value) {
    return BigDecimal.valueOf(value)
        .setScale(FormulaConstants.DECIMALS, RoundingMode.HALF_UP)
        .doubleValue();
  }

  /** 0.8085 is 80.85. */
  public static double percent(double fraction) {
    return rounded(fraction * FormulaConstants.PERCENT);
  }
}
