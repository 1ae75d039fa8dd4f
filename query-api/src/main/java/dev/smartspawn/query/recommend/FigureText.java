package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.QualityEstimate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as text in sentences. */
final class FigureText {

  private static final int CENTS = 2;
  private static final int FINEST_PRICE = 4;
  private static final int FINEST_POINTS = 6;

  private FigureText() {}

  /** {@code 74.1 +/- 2.0}, or a plain score as {@code 74.1}. */
  static String quality(Ranked ranked) {
    QualityEstimate estimate = ranked.estimate();
    return estimate == null
        ? points(ranked.score())
        : points(estimate.estimate()) + " +/- " + points((estimate.high() - estimate.low()) / 2);
  }

  /** {@code 74.1 +/- 2.0 from 4 sources}. */
  static String qualityWithSources(Ranked ranked) {
    QualityEstimate estimate = ranked.estimate();
    if (estimate == null) {
      String unmeasured = ranked.model().benchmarks() == null ? ", not benchmarked" : "";
      return "score " + quality(ranked) + unmeasured;
    }
    return quality(ranked) + sources(estimate.sources());
  }

  static String points(double value) {
    return decimals(value, 1);
  }

  /** With as many decimals as it takes to tell it from {@code other}. */
  static String pointsApart(double value, double other) {
    int scale = 1;
    while (scale < FINEST_POINTS && decimals(value, scale).equals(decimals(other, scale))) {
      scale++;
    }
    return decimals(value, scale);
  }

  /** {@code $3}, {@code $0.40}, and finer than cents only if the price is. */
  static String dollars(double usd) {
    BigDecimal exact =
        BigDecimal.valueOf(usd).setScale(FINEST_PRICE, RoundingMode.HALF_UP).stripTrailingZeros();
    int scale = exact.scale() <= 0 ? 0 : Math.max(CENTS, exact.scale());
    return "$" + exact.setScale(scale).toPlainString();
  }

  private static String sources(int count) {
    return switch (count) {
      case 0 -> ", placed by release date and price alone";
      case 1 -> " from 1 source";
      default -> " from " + count + " sources";
    };
  }

  private static String decimals(double value, int scale) {
    return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP).toPlainString();
  }
}
