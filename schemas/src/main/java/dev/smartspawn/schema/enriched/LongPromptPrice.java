package dev.smartspawn.schema.enriched;

/**
 * What a call costs whose prompt is long, in place of the list price: USD per 1M tokens.
 *
 * @param minTokens from this size of the prompt on
 */
public record LongPromptPrice(long minTokens, double prompt, double completion) {

  public LongPromptPrice {
    if (!isPrice(prompt) || !isPrice(completion)) {
      throw new IllegalArgumentException(
          "price %s/%s: expected USD per 1M tokens, not below 0".formatted(prompt, completion));
    }
  }

  /** Whether it can be one. */
  public static boolean isPrice(double usd) {
    return usd >= 0 && Double.isFinite(usd);
  }
}
