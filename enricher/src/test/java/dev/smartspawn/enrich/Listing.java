package dev.smartspawn.enrich;

import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.AliasTarget;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.OtherPrices;
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes catalogue entries for tests: a text model at 1 and 4 USD unless told otherwise. */
public final class Listing {

  private final String id;
  private String name;
  private String slug;
  private String repository;
  private Instant created = Instant.parse("2025-01-01T00:00:00Z");
  private LocalDate expires;
  private long contextLength = 64_000;
  private Long maxCompletionTokens;
  private List<String> inputs = List.of("text");
  private List<String> outputs = List.of("text");
  private List<String> parameters = List.of("tools");
  private Pricing pricing;
  private Reasoning reasoning;
  private AliasTarget target;
  private EmbeddedIndices embedded;

  private Listing(String id) {
    this.id = id;
    this.name = "Maker: " + id.substring(id.indexOf('/') + 1);
    price("0.000001", "0.000004");
  }

  public static Listing of(String id) {
    return new Listing(id);
  }

  public Listing name(String name) {
    this.name = name;
    return this;
  }

  public Listing slug(String slug) {
    this.slug = slug;
    return this;
  }

  /** On Hugging Face. */
  public Listing repository(String repository) {
    this.repository = repository;
    return this;
  }

  /** USD per token. */
  public Listing price(String prompt, String completion) {
    pricing =
        new Pricing(new BigDecimal(prompt), new BigDecimal(completion), null, null, null, null);
    return this;
  }

  /** USD per token, for prompts from so many tokens on. */
  public Listing longPrompt(long minTokens, String prompt, String completion) {
    List<PriceOverride> overrides = new ArrayList<>(pricing.overrides());
    overrides.add(
        new PriceOverride(minTokens, null, new BigDecimal(prompt), new BigDecimal(completion)));
    pricing = new Pricing(pricing.prompt(), pricing.completion(), null, null, null, overrides);
    return this;
  }

  /** USD per token at certain hours. */
  public Listing atHours(String hours, String prompt, String completion) {
    List<PriceOverride> overrides = new ArrayList<>(pricing.overrides());
    overrides.add(
        new PriceOverride(null, hours, new BigDecimal(prompt), new BigDecimal(completion)));
    pricing = new Pricing(pricing.prompt(), pricing.completion(), null, null, null, overrides);
    return this;
  }

  /** USD per request and per search, and per hidden reasoning token; null for none. */
  public Listing fees(String request, String search, String reasoningToken) {
    pricing =
        new Pricing(
            pricing.prompt(),
            pricing.completion(),
            request == null ? null : new BigDecimal(request),
            null,
            null,
            pricing.overrides(),
            new OtherPrices(
                null,
                search == null ? null : new BigDecimal(search),
                reasoningToken == null ? null : new BigDecimal(reasoningToken),
                null,
                null));
    return this;
  }

  /** Null for an unknown date. */
  public Listing created(String instant) {
    created = instant == null ? null : Instant.parse(instant);
    return this;
  }

  public Listing expires(String date) {
    expires = LocalDate.parse(date);
    return this;
  }

  public Listing context(long tokens) {
    contextLength = tokens;
    return this;
  }

  public Listing writesAtMost(long tokens) {
    maxCompletionTokens = tokens;
    return this;
  }

  public Listing reads(String... modalities) {
    inputs = List.of(modalities);
    return this;
  }

  public Listing writes(String... modalities) {
    outputs = List.of(modalities);
    return this;
  }

  public Listing supports(String... parameters) {
    this.parameters = List.of(parameters);
    return this;
  }

  public Listing reasons(Boolean mandatory, Boolean byDefault, String defaultEffort) {
    reasoning = new Reasoning(mandatory, List.of(), defaultEffort, byDefault);
    return this;
  }

  public Listing standsFor(String slug) {
    target = new AliasTarget(null, slug);
    return this;
  }

  public Listing embeds(Double intelligence, Double coding) {
    embedded = new EmbeddedIndices(intelligence, coding, null);
    return this;
  }

  public OpenRouterModel model() {
    return new OpenRouterModelBuilder()
        .id(id)
        .canonicalSlug(slug)
        .huggingFaceId(repository)
        .name(name)
        .created(created)
        .expirationDate(expires)
        .contextLength(contextLength)
        .maxCompletionTokens(maxCompletionTokens)
        .inputModalities(inputs)
        .outputModalities(outputs)
        .supportedParameters(parameters)
        .pricing(pricing)
        .reasoning(reasoning)
        .aliasTarget(target)
        .artificialAnalysis(embedded)
        .build();
  }
}
