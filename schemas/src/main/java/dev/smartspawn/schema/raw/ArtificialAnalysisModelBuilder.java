package dev.smartspawn.schema.raw;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a row by the names of its components. */
public final class ArtificialAnalysisModelBuilder {

  private @Nullable String id;
  private @Nullable String name;
  private @Nullable String slug;
  private @Nullable LocalDate releaseDate;
  private @Nullable String creatorName;
  private @Nullable String creatorSlug;
  private Map<String, Double> evaluations = Map.of();
  private @Nullable Double promptPrice;
  private @Nullable Double completionPrice;
  private @Nullable Double outputTokensPerSecond;
  private @Nullable Double timeToFirstTokenSeconds;
  private @Nullable String indexVersion;

  /** Begins with nothing. */
  public ArtificialAnalysisModelBuilder() {}

  /** Begins with a row. */
  public ArtificialAnalysisModelBuilder(ArtificialAnalysisModel row) {
    id = row.id();
    name = row.name();
    slug = row.slug();
    releaseDate = row.releaseDate();
    creatorName = row.creatorName();
    creatorSlug = row.creatorSlug();
    evaluations = row.evaluations();
    promptPrice = row.promptPrice();
    completionPrice = row.completionPrice();
    outputTokensPerSecond = row.outputTokensPerSecond();
    timeToFirstTokenSeconds = row.timeToFirstTokenSeconds();
    indexVersion = row.indexVersion();
  }

  public ArtificialAnalysisModelBuilder id(String id) {
    this.id = id;
    return this;
  }

  public ArtificialAnalysisModelBuilder name(String name) {
    this.name = name;
    return this;
  }

  public ArtificialAnalysisModelBuilder slug(String slug) {
    this.slug = slug;
    return this;
  }

  public ArtificialAnalysisModelBuilder releaseDate(@Nullable LocalDate releaseDate) {
    this.releaseDate = releaseDate;
    return this;
  }

  public ArtificialAnalysisModelBuilder creatorName(@Nullable String creatorName) {
    this.creatorName = creatorName;
    return this;
  }

  public ArtificialAnalysisModelBuilder creatorSlug(@Nullable String creatorSlug) {
    this.creatorSlug = creatorSlug;
    return this;
  }

  public ArtificialAnalysisModelBuilder evaluations(Map<String, Double> evaluations) {
    this.evaluations = evaluations;
    return this;
  }

  public ArtificialAnalysisModelBuilder promptPrice(@Nullable Double promptPrice) {
    this.promptPrice = promptPrice;
    return this;
  }

  public ArtificialAnalysisModelBuilder completionPrice(@Nullable Double completionPrice) {
    this.completionPrice = completionPrice;
    return this;
  }

  public ArtificialAnalysisModelBuilder outputTokensPerSecond(
      @Nullable Double outputTokensPerSecond) {
    this.outputTokensPerSecond = outputTokensPerSecond;
    return this;
  }

  public ArtificialAnalysisModelBuilder timeToFirstTokenSeconds(
      @Nullable Double timeToFirstTokenSeconds) {
    this.timeToFirstTokenSeconds = timeToFirstTokenSeconds;
    return this;
  }

  public ArtificialAnalysisModelBuilder indexVersion(@Nullable String indexVersion) {
    this.indexVersion = indexVersion;
    return this;
  }

  /**
   * @throws NullPointerException naming a required component that is missing
   */
  public ArtificialAnalysisModel build() {
    return new ArtificialAnalysisModel(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(name, "name"),
        Objects.requireNonNull(slug, "slug"),
        releaseDate,
        creatorName,
        creatorSlug,
        evaluations,
        promptPrice,
        completionPrice,
        outputTokensPerSecond,
        timeToFirstTokenSeconds,
        indexVersion);
  }
}
