package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Why a model was chosen, in one sentence with the numbers that decided. */
final class Reason {

  private static final int CENTS = 2;
  private static final int FINEST_PRICE = 4;

  private Reason() {}

  /**
   * @param candidates every model that meets the wishes, the best first
   * @param place where among them the chosen one stands, from 0
   */
  static String of(Category category, Wishes wishes, List<Ranked> candidates, int place) {
    Ranked chosen = candidates.get(place);
    String score = decimals(chosen.score(), 1);
    String field = wishes.inWords() + " of " + candidates.size() + candidates(candidates.size());
    String verdict =
        place == 0
            ? "Best " + category + " score (" + score + evidence(chosen) + ") " + field
            : "Number "
                + (place + 1)
                + " by "
                + category
                + " score ("
                + score
                + evidence(chosen)
                + ") "
                + field
                + providersBest(candidates, place);
    return verdict + "; " + prices(chosen.model().pricing());
  }

  private static String candidates(int count) {
    return count == 1 ? " candidate" : " candidates";
  }

  private static String evidence(Ranked chosen) {
    return chosen.model().benchmarks() == null ? ", not benchmarked" : "";
  }

  /** Says why a better one was passed over. */
  private static String providersBest(List<Ranked> candidates, int place) {
    String provider = candidates.get(place).model().provider();
    boolean first =
        candidates.subList(0, place).stream()
            .noneMatch(better -> better.model().provider().equals(provider));
    return first ? ", the best of " + provider : "";
  }

  private static String prices(EnrichedModel.Pricing pricing) {
    return "$%s prompt, $%s completion per 1M"
        .formatted(price(pricing.prompt()), price(pricing.completion()));
  }

  /** Cents, and finer only where the price is. */
  private static String price(double usd) {
    BigDecimal exact =
        BigDecimal.valueOf(usd).setScale(FINEST_PRICE, RoundingMode.HALF_UP).stripTrailingZeros();
    return exact.scale() < CENTS ? exact.setScale(CENTS).toPlainString() : exact.toPlainString();
  }

  private static String decimals(double value, int scale) {
    return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP).toPlainString();
  }
}
