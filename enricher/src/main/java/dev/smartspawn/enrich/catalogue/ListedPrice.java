package dev.smartspawn.enrich.catalogue;

import dev.smartspawn.enrich.rule.Decimal;
import dev.smartspawn.schema.enriched.EnrichedModel.Fees;
import dev.smartspawn.schema.enriched.EnrichedModel.HourlyPrice;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.OtherPrices;
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads list prices of the catalogue. */
final class ListedPrice {

  private final OpenRouterModel.Pricing listed;

  private ListedPrice(OpenRouterModel.Pricing listed) {
    this.listed = listed;
  }

  /**
   * USD per 1M tokens. The catalogue's own price is that of the hour of the pull, so a price that
   * depends on the hour becomes the highest of the day.
   *
   * @param searchesAlways whether every request costs a search
   */
  static Pricing of(OpenRouterModel.Pricing listed, boolean searchesAlways) {
    return new ListedPrice(listed).read(searchesAlways);
  }

  private Pricing read(boolean searchesAlways) {
    List<HourlyPrice> hourly = listed.overrides().stream().flatMap(this::hourly).toList();
    double prompt = highest(Decimal.perMillion(listed.prompt()), hourly, HourlyPrice::prompt);
    double completion =
        highest(Decimal.perMillion(listed.completion()), hourly, HourlyPrice::completion);
    return new Pricing(
        prompt,
        completion,
        listed.overrides().stream()
            .flatMap(this::longPrompt)
            .sorted(Comparator.comparingLong(LongPromptPrice::minTokens))
            .toList(),
        hourly,
        highestOutput(completion),
        fees(searchesAlways));
  }

  private interface Price {
    double of(HourlyPrice hour);
  }

  private static double highest(double base, List<HourlyPrice> hourly, Price price) {
    return hourly.stream().mapToDouble(price::of).reduce(base, Math::max);
  }

  private Stream<HourlyPrice> hourly(PriceOverride override) {
    String hours = override.hoursUtc();
    return hours == null || override.minPromptTokens() != null || !isValid(override)
        ? Stream.empty()
        : Stream.of(new HourlyPrice(hours, prompt(override), completion(override)));
  }

  /** Also those that hold at certain hours only: a bound must hold at every hour. */
  private Stream<LongPromptPrice> longPrompt(PriceOverride override) {
    Long minTokens = override.minPromptTokens();
    return minTokens == null || !isValid(override)
        ? Stream.empty()
        : Stream.of(new LongPromptPrice(minTokens, prompt(override), completion(override)));
  }

  /** An override that changes a price to what is not one changes nothing. */
  private boolean isValid(PriceOverride override) {
    return LongPromptPrice.isPrice(prompt(override))
        && LongPromptPrice.isPrice(completion(override));
  }

  private double prompt(PriceOverride override) {
    return Decimal.perMillion(Objects.requireNonNullElse(override.prompt(), listed.prompt()));
  }

  private double completion(PriceOverride override) {
    return Decimal.perMillion(
        Objects.requireNonNullElse(override.completion(), listed.completion()));
  }

  private @Nullable Double highestOutput(double completion) {
    double highest =
        Stream.of(others().internalReasoning(), others().imageOutput(), others().audioOutput())
            .filter(Objects::nonNull)
            .mapToDouble(Decimal::perMillion)
            .reduce(completion, Math::max);
    return highest > completion ? (Double) highest : null;
  }

  private @Nullable Fees fees(boolean searchesAlways) {
    @Nullable Double request = usd(listed.request());
    @Nullable Double image = usd(others().image());
    @Nullable Double search = usd(others().webSearch());
    double perCall =
        Stream.of(listed.request(), searchesAlways ? others().webSearch() : null)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .doubleValue();
    return request == null && image == null && search == null
        ? null
        : new Fees(request, image, search, perCall == 0 ? null : (Double) perCall);
  }

  /** A fee of 0 is no fee. */
  private static @Nullable Double usd(@Nullable BigDecimal fee) {
    return fee == null || fee.signum() <= 0 ? null : (Double) fee.doubleValue();
  }

  private OtherPrices others() {
    return Objects.requireNonNullElse(listed.others(), OtherPrices.NONE);
  }
}
