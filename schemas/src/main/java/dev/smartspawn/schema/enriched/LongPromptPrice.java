package dev.smartspawn.schema.enriched;

import java.math.BigDecimal;

/**
 * What a call costs whose prompt is long, in place of the list price: USD per 1M tokens.
 *
 * @param minTokens from this size of the prompt on
 */
public record LongPromptPrice(long minTokens, BigDecimal prompt, BigDecimal completion) {

  public LongPromptPrice {
    if (prompt == null || completion == null || prompt.signum() < 0 || completion.signum() < 0) {
      throw new IllegalArgumentException(
          "price %s/%s: expected USD per 1M tokens, not below 0".formatted(prompt, completion));
    }
  }
}
