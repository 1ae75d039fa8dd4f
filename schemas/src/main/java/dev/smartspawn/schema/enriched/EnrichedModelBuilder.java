package dev.smartspawn.schema.enriched;

import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a model by the names of its components. */
public final class EnrichedModelBuilder {

  private @Nullable CanonicalId id;
  private @Nullable String name;
  private @Nullable String provider;
  private long contextLength;
  private @Nullable Long maxOutputTokens;
  private EnrichedModel.@Nullable Pricing pricing;
  private @Nullable PriceReference priceFrom;
  private EnrichedModel.@Nullable Capabilities capabilities;
  private @Nullable List<String> supportedParameters;
  private List<Category> categories = List.of();
  private Map<Category, Double> scores = Map.of();
  private Map<Category, Double> costEfficiency = Map.of();
  private @Nullable Tier tier;
  private EnrichedModel.@Nullable Benchmarks benchmarks;
  private EnrichedModel.@Nullable Speed speed;
  private List<String> tags = List.of();
  private @Nullable Instant lastUpdated;
  private List<Source> sourcesCovered = List.of();
  private Map<Category, QualityEstimate> estimates = Map.of();
  private @Nullable LocalDate lastDay;
  private List<String> alsoKnownAs = List.of();
  private List<Evidence> evidence = List.of();

  public EnrichedModelBuilder id(CanonicalId id) {
    this.id = id;
    return this;
  }

  public EnrichedModelBuilder name(String name) {
    this.name = name;
    return this;
  }

  public EnrichedModelBuilder provider(String provider) {
    this.provider = provider;
    return this;
  }

  public EnrichedModelBuilder contextLength(long contextLength) {
    this.contextLength = contextLength;
    return this;
  }

  public EnrichedModelBuilder maxOutputTokens(@Nullable Long value) {
    maxOutputTokens = value;
    return this;
  }

  public EnrichedModelBuilder lastDay(@Nullable LocalDate value) {
    lastDay = value;
    return this;
  }

  public EnrichedModelBuilder alsoKnownAs(List<String> value) {
    alsoKnownAs = value;
    return this;
  }

  public EnrichedModelBuilder pricing(EnrichedModel.Pricing pricing) {
    this.pricing = pricing;
    return this;
  }

  public EnrichedModelBuilder priceFrom(@Nullable PriceReference value) {
    priceFrom = value;
    return this;
  }

  public EnrichedModelBuilder capabilities(EnrichedModel.Capabilities capabilities) {
    this.capabilities = capabilities;
    return this;
  }

  public EnrichedModelBuilder supportedParameters(List<String> value) {
    supportedParameters = value;
    return this;
  }

  public EnrichedModelBuilder categories(List<Category> categories) {
    this.categories = categories;
    return this;
  }

  public EnrichedModelBuilder scores(Map<Category, Double> scores) {
    this.scores = scores;
    return this;
  }

  public EnrichedModelBuilder costEfficiency(Map<Category, Double> costEfficiency) {
    this.costEfficiency = costEfficiency;
    return this;
  }

  public EnrichedModelBuilder tier(Tier tier) {
    this.tier = tier;
    return this;
  }

  public EnrichedModelBuilder benchmarks(EnrichedModel.@Nullable Benchmarks benchmarks) {
    this.benchmarks = benchmarks;
    return this;
  }

  public EnrichedModelBuilder speed(EnrichedModel.@Nullable Speed speed) {
    this.speed = speed;
    return this;
  }

  public EnrichedModelBuilder tags(List<String> tags) {
    this.tags = tags;
    return this;
  }

  public EnrichedModelBuilder lastUpdated(Instant lastUpdated) {
    this.lastUpdated = lastUpdated;
    return this;
  }

  public EnrichedModelBuilder sourcesCovered(List<Source> sourcesCovered) {
    this.sourcesCovered = sourcesCovered;
    return this;
  }

  public EnrichedModelBuilder estimates(Map<Category, QualityEstimate> estimates) {
    this.estimates = estimates;
    return this;
  }

  public EnrichedModelBuilder evidence(List<Evidence> evidence) {
    this.evidence = evidence;
    return this;
  }

  /**
   * @throws NullPointerException naming a required component that is missing
   */
  public EnrichedModel build() {
    return new EnrichedModel(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(name, "name"),
        Objects.requireNonNull(provider, "provider"),
        contextLength,
        maxOutputTokens,
        Objects.requireNonNull(pricing, "pricing"),
        priceFrom,
        Objects.requireNonNull(capabilities, "capabilities"),
        supportedParameters,
        categories,
        scores,
        costEfficiency,
        Objects.requireNonNull(tier, "tier"),
        benchmarks,
        speed,
        tags,
        Objects.requireNonNull(lastUpdated, "lastUpdated"),
        sourcesCovered,
        estimates,
        lastDay,
        alsoKnownAs,
        evidence);
  }
}
