package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import dev.smartspawn.schema.raw.Raw;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model as OpenRouter lists it.
 *
 * @param pulledAt when OpenRouter first published this listing
 */
public record ListedModel(CanonicalId id, OpenRouterModel listing, Instant pulledAt) {

  private static final String AFTER_MAKER = ": ";
  private static final double NO_PRICE = -1;

  /** A model that writes less cannot answer; catalogues have 0 and 1 for unknown limits. */
  private static final long FEWEST_OUTPUT_TOKENS = 16;

  private static final EmbeddedIndices NO_INDICES = new EmbeddedIndices(null, null, null);

  static ListedModel of(Raw<OpenRouterModel> raw) {
    return new ListedModel(CanonicalId.of(raw.record().id()), raw.record(), raw.pulledAt());
  }

  /** Without the maker: {@code Anthropic: Claude Opus 4.6} is {@code Claude Opus 4.6}. */
  public String displayName() {
    String name = listing.name().strip();
    int maker = name.indexOf(AFTER_MAKER);
    return maker < 0 ? name : name.substring(maker + AFTER_MAKER.length()).strip();
  }

  /** Null where the catalogue names no limit, or one that no model can have. */
  public @Nullable Long maxOutputTokens() {
    @Nullable Long tokens = listing.maxCompletionTokens();
    return tokens != null && tokens >= FEWEST_OUTPUT_TOKENS ? tokens : null;
  }

  /** USD per 1M tokens; -1 and -1 for a router. */
  public Pricing pricing() {
    return isRouter()
        ? new Pricing(NO_PRICE, NO_PRICE)
        : new Pricing(
            Decimal.perMillion(listing.pricing().prompt()),
            Decimal.perMillion(listing.pricing().completion()),
            listing.pricing().overrides().stream()
                .flatMap(this::longPrompt)
                .sorted(Comparator.comparingLong(LongPromptPrice::minTokens))
                .toList());
  }

  /** Leaves out prices for certain hours and values that are not prices. */
  private Stream<LongPromptPrice> longPrompt(PriceOverride override) {
    Long minTokens = override.minPromptTokens();
    double prompt = perMillion(override.prompt(), listing.pricing().prompt());
    double completion = perMillion(override.completion(), listing.pricing().completion());
    return minTokens != null
            && LongPromptPrice.isPrice(prompt)
            && LongPromptPrice.isPrice(completion)
        ? Stream.of(new LongPromptPrice(minTokens, prompt, completion))
        : Stream.empty();
  }

  private static double perMillion(@Nullable BigDecimal changed, BigDecimal otherwise) {
    return Decimal.perMillion(changed == null ? otherwise : changed);
  }

  public Capabilities capabilities() {
    return new Capabilities(
        listing.inputModalities().contains("image"),
        listing.supportedParameters().contains("tools"),
        writesText(),
        listing.supportedParameters().contains("structured_outputs"),
        listing.supportedParameters().contains("reasoning"));
  }

  /** It forwards requests to other models. */
  public boolean isRouter() {
    return listing.pricing().isRouter();
  }

  /** Neither a variant nor an alias: those repeat what is known about another model. */
  public boolean isOriginal() {
    return id.variant().isEmpty() && !id.isAlias();
  }

  /** OpenRouter passes on at least one index of Artificial Analysis with it. */
  public boolean embedsIndices() {
    return listing.artificialAnalysis() != null && !listing.artificialAnalysis().equals(NO_INDICES);
  }

  /** A listing without output modalities is taken to write text. */
  public boolean writesText() {
    return listing.outputModalities().isEmpty() || listing.outputModalities().contains("text");
  }

  /** Past its last day. */
  public boolean isGone(LocalDate today) {
    return listing.expirationDate() != null && listing.expirationDate().isBefore(today);
  }
}
