package dev.smartspawn.schema.spawn;

import java.math.BigDecimal;

/** List price, USD per 1M tokens. */
public record ModelPrice(BigDecimal prompt, BigDecimal completion) {

  private static final int PER_MILLION = 6;

  public ModelPrice {
    if (prompt == null || completion == null || prompt.signum() < 0 || completion.signum() < 0) {
      throw new IllegalArgumentException(
          "price %s/%s: expected USD per 1M tokens, not below 0".formatted(prompt, completion));
    }
  }

  public static ModelPrice of(String prompt, String completion) {
    return new ModelPrice(new BigDecimal(prompt), new BigDecimal(completion));
  }

  /** Rounded up to the cent-millionth. */
  public Usd costOf(TokenUsage usage) {
    BigDecimal perMillion =
        prompt
            .multiply(BigDecimal.valueOf(usage.prompt()))
            .add(completion.multiply(BigDecimal.valueOf(usage.completion())));
    return Usd.of(perMillion.movePointLeft(PER_MILLION));
  }
}
