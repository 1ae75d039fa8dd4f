package dev.smartspawn.schema.raw;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of OpenRouter's catalogue, {@code GET /api/v1/models}.
 *
 * @param id canonical id, such as {@code anthropic/claude-opus-4.6}; may end in {@code :free},
 *     {@code :thinking} or {@code :batch}; begins with {@code ~} for an alias
 * @param canonicalSlug the id with its release date, such as {@code
 *     anthropic/claude-4.6-opus-20260205}
 * @param huggingFaceId repository on Hugging Face; absent when the source leaves it empty
 * @param name display name with maker, such as {@code Anthropic: Claude Opus 4.6}
 * @param created when it was added to the catalogue
 * @param expirationDate the last day it answers; absent when none is announced or the source sends
 *     the placeholder 2098-12-31
 * @param contextLength tokens
 * @param maxCompletionTokens tokens; absent when the source names no limit
 * @param pricing list prices
 * @param reasoning absent for a model that does not reason
 * @param aliasTarget the model that an alias points to now; absent for other models
 * @param artificialAnalysis Artificial Analysis figures embedded in newer catalogues
 */
public record OpenRouterModel(
    String id,
    @Nullable String canonicalSlug,
    @Nullable String huggingFaceId,
    String name,
    @Nullable Instant created,
    @Nullable LocalDate expirationDate,
    long contextLength,
    @Nullable Long maxCompletionTokens,
    List<String> inputModalities,
    List<String> outputModalities,
    List<String> supportedParameters,
    Pricing pricing,
    @Nullable Reasoning reasoning,
    @Nullable AliasTarget aliasTarget,
    @Nullable EmbeddedIndices artificialAnalysis)
    implements RawRecord {

  public OpenRouterModel {
    Required.text("id", id);
    Required.text("name", name);
    if (pricing == null) {
      throw new IllegalArgumentException("'pricing' is missing");
    }
    inputModalities = inputModalities == null ? List.of() : List.copyOf(inputModalities);
    outputModalities = outputModalities == null ? List.of() : List.copyOf(outputModalities);
    supportedParameters =
        supportedParameters == null ? List.of() : List.copyOf(supportedParameters);
  }

  @Override
  public String key() {
    return id;
  }

  /**
   * USD per token, exactly as the source writes them.
   *
   * @param prompt -1 for a router, which has no price of its own
   * @param completion -1 for a router
   * @param request USD per request; absent when there is no such fee
   * @param inputCacheRead USD per cached prompt token
   * @param inputCacheWrite USD per prompt token written to the cache
   * @param overrides different prices under a condition, in the source's order
   * @param others prices of anything else; absent when the source lists none
   */
  public record Pricing(
      BigDecimal prompt,
      BigDecimal completion,
      @Nullable BigDecimal request,
      @Nullable BigDecimal inputCacheRead,
      @Nullable BigDecimal inputCacheWrite,
      List<PriceOverride> overrides,
      @Nullable OtherPrices others) {

    /** 1,000 USD per 1M tokens. */
    private static final BigDecimal TOO_MUCH_PER_TOKEN = new BigDecimal("0.001");

    /** 0.0001 USD per 1M tokens. */
    private static final BigDecimal LEAST_PER_TOKEN = new BigDecimal("0.0000000001");

    private static final BigDecimal MOST_PER_CALL = BigDecimal.TEN;

    public Pricing {
      if (prompt == null || completion == null) {
        throw new IllegalArgumentException("'pricing' needs 'prompt' and 'completion'");
      }
      overrides = overrides == null ? List.of() : List.copyOf(overrides);
    }

    /** With nothing but these prices. */
    public Pricing(
        BigDecimal prompt,
        BigDecimal completion,
        @Nullable BigDecimal request,
        @Nullable BigDecimal inputCacheRead,
        @Nullable BigDecimal inputCacheWrite,
        List<PriceOverride> overrides) {
      this(prompt, completion, request, inputCacheRead, inputCacheWrite, overrides, null);
    }

    /**
     * Why these cannot be prices in USD per token, such as a price per 1M tokens; empty for prices
     * that can.
     */
    public Optional<String> objection() {
      return tokenPrices()
          .filter(price -> !isTokenPrice(price))
          .findFirst()
          .or(() -> overridePrices().filter(Pricing::isTooMuch).findFirst())
          .map("%s USD per token: expected 0, or 0.0000000001 to less than 0.001"::formatted)
          .or(this::feeObjection);
    }

    private Stream<BigDecimal> tokenPrices() {
      Stream<@Nullable BigDecimal> further =
          others == null
              ? Stream.of()
              : Stream.of(others.internalReasoning(), others.imageOutput(), others.audioOutput());
      return Stream.concat(
          isRouter() ? Stream.of() : Stream.of(prompt, completion),
          further.flatMap(Stream::ofNullable));
    }

    private Stream<BigDecimal> overridePrices() {
      return overrides.stream()
          .flatMap(
              each ->
                  Stream.concat(
                      Stream.ofNullable(each.prompt()), Stream.ofNullable(each.completion())));
    }

    private Optional<String> feeObjection() {
      return Stream.of(request, others == null ? null : others.webSearch())
          .filter(fee -> fee != null && (fee.signum() < 0 || fee.compareTo(MOST_PER_CALL) > 0))
          .findFirst()
          .map("a fee of %s USD: expected 0 to 10"::formatted);
    }

    private static boolean isTokenPrice(BigDecimal price) {
      return price.signum() == 0 || (price.compareTo(LEAST_PER_TOKEN) >= 0 && !isTooMuch(price));
    }

    private static boolean isTooMuch(BigDecimal price) {
      return price.compareTo(TOO_MUCH_PER_TOKEN) >= 0;
    }

    /** A router passes a request on and charges what the chosen model costs. */
    @JsonIgnore
    public boolean isRouter() {
      return prompt.signum() < 0 || completion.signum() < 0;
    }
  }

  /**
   * @param image USD per image, or per token of one, that is sent
   * @param webSearch USD per search
   * @param internalReasoning USD per hidden reasoning token
   * @param imageOutput USD per token of an image that is written
   * @param audioOutput USD per token of audio that is written
   */
  public record OtherPrices(
      @Nullable BigDecimal image,
      @Nullable BigDecimal webSearch,
      @Nullable BigDecimal internalReasoning,
      @Nullable BigDecimal imageOutput,
      @Nullable BigDecimal audioOutput) {

    public static final OtherPrices NONE = new OtherPrices(null, null, null, null, null);
  }

  /**
   * @param minPromptTokens the smallest prompt that this price applies to
   * @param hoursUtc the window of the day that this price applies to, as the source writes it
   * @param prompt USD per token; absent when it does not change
   * @param completion USD per token; absent when it does not change
   */
  public record PriceOverride(
      @Nullable Long minPromptTokens,
      @Nullable String hoursUtc,
      @Nullable BigDecimal prompt,
      @Nullable BigDecimal completion) {}

  /**
   * @param mandatory whether reasoning cannot be switched off
   * @param defaultEnabled whether it is on by default; absent means unknown
   * @param defaultEffort the effort used by default; absent means unknown
   */
  public record Reasoning(
      @Nullable Boolean mandatory,
      List<String> supportedEfforts,
      @Nullable String defaultEffort,
      @Nullable Boolean defaultEnabled) {

    public Reasoning {
      supportedEfforts = supportedEfforts == null ? List.of() : List.copyOf(supportedEfforts);
    }
  }

  /**
   * @param slug the target's id or canonical slug
   */
  public record AliasTarget(@Nullable String name, String slug) {}

  /** Artificial Analysis indices on their own scale, which begins at 0. */
  public record EmbeddedIndices(
      @Nullable Double intelligenceIndex,
      @Nullable Double codingIndex,
      @Nullable Double agenticIndex) {}
}
