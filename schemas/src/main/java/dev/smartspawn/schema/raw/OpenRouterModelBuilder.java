package dev.smartspawn.schema.raw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds an entry by the names of its components. */
public final class OpenRouterModelBuilder {

  private @Nullable String id;
  private @Nullable String canonicalSlug;
  private @Nullable String huggingFaceId;
  private @Nullable String name;
  private @Nullable Instant created;
  private @Nullable LocalDate expirationDate;
  private long contextLength;
  private @Nullable Long maxCompletionTokens;
  private List<String> inputModalities = List.of();
  private List<String> outputModalities = List.of();
  private List<String> supportedParameters = List.of();
  private OpenRouterModel.@Nullable Pricing pricing;
  private OpenRouterModel.@Nullable Reasoning reasoning;
  private OpenRouterModel.@Nullable AliasTarget aliasTarget;
  private OpenRouterModel.@Nullable EmbeddedIndices artificialAnalysis;

  /** Begins with nothing. */
  public OpenRouterModelBuilder() {}

  /** Begins with an entry. */
  public OpenRouterModelBuilder(OpenRouterModel entry) {
    id = entry.id();
    canonicalSlug = entry.canonicalSlug();
    huggingFaceId = entry.huggingFaceId();
    name = entry.name();
    created = entry.created();
    expirationDate = entry.expirationDate();
    contextLength = entry.contextLength();
    maxCompletionTokens = entry.maxCompletionTokens();
    inputModalities = entry.inputModalities();
    outputModalities = entry.outputModalities();
    supportedParameters = entry.supportedParameters();
    pricing = entry.pricing();
    reasoning = entry.reasoning();
    aliasTarget = entry.aliasTarget();
    artificialAnalysis = entry.artificialAnalysis();
  }

  public OpenRouterModelBuilder id(String id) {
    this.id = id;
    return this;
  }

  public OpenRouterModelBuilder canonicalSlug(@Nullable String canonicalSlug) {
    this.canonicalSlug = canonicalSlug;
    return this;
  }

  public OpenRouterModelBuilder huggingFaceId(@Nullable String huggingFaceId) {
    this.huggingFaceId = huggingFaceId;
    return this;
  }

  public OpenRouterModelBuilder name(String name) {
    this.name = name;
    return this;
  }

  public OpenRouterModelBuilder created(@Nullable Instant created) {
    this.created = created;
    return this;
  }

  public OpenRouterModelBuilder expirationDate(@Nullable LocalDate expirationDate) {
    this.expirationDate = expirationDate;
    return this;
  }

  public OpenRouterModelBuilder contextLength(long contextLength) {
    this.contextLength = contextLength;
    return this;
  }

  public OpenRouterModelBuilder maxCompletionTokens(@Nullable Long maxCompletionTokens) {
    this.maxCompletionTokens = maxCompletionTokens;
    return this;
  }

  public OpenRouterModelBuilder inputModalities(List<String> inputModalities) {
    this.inputModalities = inputModalities;
    return this;
  }

  public OpenRouterModelBuilder outputModalities(List<String> outputModalities) {
    this.outputModalities = outputModalities;
    return this;
  }

  public OpenRouterModelBuilder supportedParameters(List<String> supportedParameters) {
    this.supportedParameters = supportedParameters;
    return this;
  }

  public OpenRouterModelBuilder pricing(OpenRouterModel.Pricing pricing) {
    this.pricing = pricing;
    return this;
  }

  public OpenRouterModelBuilder reasoning(OpenRouterModel.@Nullable Reasoning reasoning) {
    this.reasoning = reasoning;
    return this;
  }

  public OpenRouterModelBuilder aliasTarget(OpenRouterModel.@Nullable AliasTarget aliasTarget) {
    this.aliasTarget = aliasTarget;
    return this;
  }

  public OpenRouterModelBuilder artificialAnalysis(
      OpenRouterModel.@Nullable EmbeddedIndices artificialAnalysis) {
    this.artificialAnalysis = artificialAnalysis;
    return this;
  }

  /**
   * @throws NullPointerException naming a required component that is missing
   */
  public OpenRouterModel build() {
    return new OpenRouterModel(
        Objects.requireNonNull(id, "id"),
        canonicalSlug,
        huggingFaceId,
        Objects.requireNonNull(name, "name"),
        created,
        expirationDate,
        contextLength,
        maxCompletionTokens,
        inputModalities,
        outputModalities,
        supportedParameters,
        Objects.requireNonNull(pricing, "pricing"),
        reasoning,
        aliasTarget,
        artificialAnalysis);
  }
}
