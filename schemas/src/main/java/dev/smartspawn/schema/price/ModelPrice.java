package dev.smartspawn.schema.price;

import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.money.Usd;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * List price, USD per 1M tokens.
 *
 * @param longPrompts absent when long prompts cost the same
 * @param perCall USD that a call costs beside its tokens; absent when that is nothing
 * @param image USD per image that is sent, or per token of one, as the catalogue lists it; absent
 *     when images cost what their tokens cost
 */
public record ModelPrice(
    BigDecimal prompt,
    BigDecimal completion,
    @Nullable List<LongPromptPrice> longPrompts,
    @Nullable BigDecimal perCall,
    @Nullable BigDecimal image) {

  private static final int PER_MILLION = 6;

  /** No image has fewer tokens, so a fee per image is higher than this many prices of a token. */
  private static final BigDecimal MOST_TIMES_TOKEN = BigDecimal.TEN;

  public ModelPrice {
    if (prompt == null || completion == null || prompt.signum() < 0 || completion.signum() < 0) {
      throw new IllegalArgumentException(
          "price %s/%s: expected USD per 1M tokens, not below 0".formatted(prompt, completion));
    }
    if (perCall != null && perCall.signum() < 0) {
      throw new IllegalArgumentException(
          "fee %s: expected USD per call, not below 0".formatted(perCall));
    }
    longPrompts = longPrompts == null || longPrompts.isEmpty() ? null : List.copyOf(longPrompts);
  }

  public ModelPrice(BigDecimal prompt, BigDecimal completion) {
    this(prompt, completion, null, null);
  }

  /** A price at which images cost what their tokens cost. */
  public ModelPrice(
      BigDecimal prompt,
      BigDecimal completion,
      @Nullable List<LongPromptPrice> longPrompts,
      @Nullable BigDecimal perCall) {
    this(prompt, completion, longPrompts, perCall, null);
  }

  public static ModelPrice of(String prompt, String completion) {
    return new ModelPrice(new BigDecimal(prompt), new BigDecimal(completion));
  }

  /**
   * The same, with a fee for images that are sent. A fee that is near the price of a token is one
   * per token.
   *
   * @param tokens an upper bound on the tokens of all images
   */
  public ModelPrice withImages(int images, long tokens) {
    if (image == null || image.signum() <= 0 || images == 0) {
      return this;
    }
    BigDecimal token = prompt.movePointLeft(PER_MILLION);
    boolean perToken = image.compareTo(token.multiply(MOST_TIMES_TOKEN)) <= 0;
    BigDecimal fees = image.multiply(BigDecimal.valueOf(perToken ? tokens : images));
    return new ModelPrice(
        prompt, completion, longPrompts, perCall == null ? fees : perCall.add(fees), image);
  }

  /** Of one token read and one written, times a million: the figure to compare models by. */
  public BigDecimal perTokens() {
    return prompt.add(completion);
  }

  /**
   * The cost of a call at the highest price for a prompt of this size, fees included, rounded up to
   * the cent-millionth.
   */
  public Usd costOf(TokenUsage usage) {
    BigDecimal read = prompt;
    BigDecimal written = completion;
    for (LongPromptPrice each : longPrompts == null ? List.<LongPromptPrice>of() : longPrompts) {
      if (usage.prompt() >= each.minTokens()) {
        read = read.max(BigDecimal.valueOf(each.prompt()));
        written = written.max(BigDecimal.valueOf(each.completion()));
      }
    }
    BigDecimal perMillion =
        read.multiply(BigDecimal.valueOf(usage.prompt()))
            .add(written.multiply(BigDecimal.valueOf(usage.completion())));
    BigDecimal tokens = perMillion.movePointLeft(PER_MILLION);
    return Usd.of(perCall == null ? tokens : tokens.add(perCall));
  }
}
