package dev.smartspawn.schema.enriched;

/**
 * The price of a call with a long prompt, which replaces the list price: USD per 1M tokens.
 *
 * @param minTokens the smallest prompt that this price applies to
 */
public record LongPromptPrice(long minTokens, double prompt, double completion) {

  public LongPromptPrice {
    if (!isPrice(prompt) || !isPrice(completion)) {
      throw new IllegalArgumentException(
          "price %s/%s: expected USD per 1M tokens, not below 0".formatted(prompt, completion));
    }
  }

  /** Whether {@code usd} is a valid price. */
  public static boolean isPrice(double usd) {
    return usd >= 0 && Double.isFinite(usd);
  }
}
