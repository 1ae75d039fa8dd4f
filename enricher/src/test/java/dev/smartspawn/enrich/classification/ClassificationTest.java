package dev.smartspawn.enrich.classification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.raw.Raw;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

  /** Blended as (3 x prompt + completion) / 4. */
  @ParameterizedTest(name = "{0} at {1} and {2} USD: {3}")
  @CsvSource({
    "anthropic, 5,    25,   premium",
    "openai,    1,    9,    premium",
    "openai,    1,    8.96, standard",
    "anthropic, 1,    5,    standard",
    "acme,      3,    14.9, standard",
    "acme,      3,    15,   premium",
    "acme,      0.5,  0.5,  standard",
    "openai,    0.5,  0.49, budget",
    "acme,      0,    0,    budget",
    "openrouter,-1,   -1,   standard"
  })
  void providerAndPriceMakeTheTier(String provider, double prompt, double completion, String tier) {
    assertThat(TierRule.tierOf(provider, new Pricing(prompt, completion))).isEqualTo(Tier.of(tier));
  }

  @Test
  void plainTextModelIsGoodForCodingCreativeAndGeneral() {
    assertThat(categories(Listing.of("acme/sage")))
        .containsExactly(Category.CODING, Category.CREATIVE, Category.GENERAL);
  }

  @Test
  void capabilitiesAddTheirCategories() {
    assertThat(categories(Listing.of("acme/sage").reads("image", "text")))
        .contains(Category.VISION);
    assertThat(categories(Listing.of("acme/sage").supports("reasoning")))
        .contains(Category.REASONING);
  }

  @ParameterizedTest
  @CsvSource({"0.00000099, true", "0.000001, false", "0, true"})
  void cheapPromptsMakeFastCheap(String price, boolean cheap) {
    assertThat(
            categories(Listing.of("acme/sage").price(price, "0.000004"))
                .contains(Category.FAST_CHEAP))
        .isEqualTo(cheap);
  }

  @ParameterizedTest
  @CsvSource({"100000, false", "100001, true"})
  void longContextMakesResearch(long tokens, boolean research) {
    Classification classification = classify(Listing.of("acme/sage").context(tokens), null);
    assertThat(classification.categories().contains(Category.RESEARCH)).isEqualTo(research);
    assertThat(classification.tags().contains("research")).isEqualTo(research);
  }

  @Test
  void modelThatWritesNoTextIsGoodForNothingHere() {
    assertThat(categories(Listing.of("acme/painter").writes("image"))).isEmpty();
    assertThat(categories(Listing.of("acme/painter").writes())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"99.9, false", "100, true"})
  void fastIsMeasured(double tokensPerSecond, boolean fast) {
    Speed speed = new Speed(tokensPerSecond, null);
    assertThat(classify(Listing.of("acme/sage"), speed).tags().contains("fast")).isEqualTo(fast);
  }

  /** Today is 2026-07-01. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T00:00:00Z, true",
    "2026-05-02T00:00:00Z, true",
    "2026-05-01T23:59:59Z, false"
  })
  void newForSixtyDays(String created, boolean isNew) {
    assertThat(tags(Listing.of("acme/sage").created(created)).contains("new")).isEqualTo(isNew);
  }

  @ParameterizedTest
  @CsvSource({"2026-07-01, true", "2026-07-15, true", "2026-07-16, false"})
  void expiringForTwoWeeks(String lastDay, boolean expiring) {
    assertThat(tags(Listing.of("acme/sage").expires(lastDay)).contains("expiring"))
        .isEqualTo(expiring);
  }

  @Test
  void tagsAreInAlphabeticalOrder() {
    assertThat(
            tags(
                Listing.of("acme/sage")
                    .reads("text", "audio")
                    .supports("reasoning")
                    .price("0", "0")))
        .containsExactly("free", "multimodal", "reasoning");
    assertThat(tags(Listing.of("acme/sage").reads("text", "file"))).isEmpty();
  }

  private static List<Category> categories(Listing listing) {
    return List.copyOf(classify(listing, null).categories());
  }

  private static List<String> tags(Listing listing) {
    return classify(listing, null).tags();
  }

  private static Classification classify(Listing listing, Speed speed) {
    ListedModel entry =
        ModelCatalogue.of(
                List.of(new TopicValue<>(new Raw<>("p", Instant.EPOCH, listing.model()), 0)))
            .entries()
            .iterator()
            .next();
    return Classification.of(entry, speed, InputBuilder.TODAY);
  }
}
