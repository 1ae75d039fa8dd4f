package dev.smartspawn.schema.enriched;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about a model, in the structure that the specification defines.
 *
 * @param name without the maker: {@code Claude Opus 4.6}
 * @param provider maker, such as {@code anthropic}
 * @param contextLength tokens
 * @param maxOutputTokens the most tokens it writes in one answer; absent when no limit is known
 * @param categories the categories it is recommended for, in {@link Category}'s order
 * @param scores quality per category, 0 to 100
 * @param costEfficiency score divided by the price of a prompt and a completion token, per 1M;
 *     absent for models without a price
 * @param benchmarks the measurements of the sources; absent when there are none
 * @param speed absent when no source measured it
 * @param tags such as {@code fast}, {@code new}, {@code multimodal}, {@code reasoning}, {@code
 *     research}, {@code free}, {@code expiring}, {@code router}; in alphabetical order
 * @param lastUpdated when the newest of its records was pulled
 * @param sourcesCovered the sources with data about it, in {@link Source}'s order
 * @param estimates the values that rankings use, one per category it is recommended for
 * @param evidence every number behind it, including those not chosen for {@code benchmarks}
 */
public record EnrichedModel(
    CanonicalId id,
    String name,
    String provider,
    long contextLength,
    @Nullable Long maxOutputTokens,
    Pricing pricing,
    Capabilities capabilities,
    List<Category> categories,
    Map<Category, Double> scores,
    Map<Category, Double> costEfficiency,
    Tier tier,
    @Nullable Benchmarks benchmarks,
    @Nullable Speed speed,
    List<String> tags,
    Instant lastUpdated,
    List<Source> sourcesCovered,
    Map<Category, QualityEstimate> estimates,
    List<Evidence> evidence) {

  /** Has no price of its own because it passes requests on. */
  public static final String ROUTER_TAG = "router";

  /** Stops answering within 14 days. */
  public static final String EXPIRING_TAG = "expiring";

  public EnrichedModel {
    if (id == null || pricing == null || capabilities == null || tier == null) {
      throw new IllegalArgumentException("'id', 'pricing', 'capabilities' and 'tier' are required");
    }
    categories = categories == null ? List.of() : List.copyOf(categories);
    scores = ordered(scores);
    costEfficiency = ordered(costEfficiency);
    tags = tags == null ? List.of() : List.copyOf(tags);
    sourcesCovered = sourcesCovered == null ? List.of() : List.copyOf(sourcesCovered);
    estimates = ordered(estimates);
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
  }

  @JsonIgnore
  public boolean isRouter() {
    return tags.contains(ROUTER_TAG);
  }

  private static <V> Map<Category, V> ordered(@Nullable Map<Category, V> given) {
    Map<Category, V> inOrder = new EnumMap<>(Category.class);
    if (given != null) {
      inOrder.putAll(given);
    }
    return Collections.unmodifiableMap(inOrder);
  }

  /**
   * USD per 1M tokens; -1 for a router.
   *
   * @param longPrompts ordered by prompt size, smallest first; absent when long prompts cost the
   *     same
   */
  public record Pricing(
      double prompt, double completion, @Nullable List<LongPromptPrice> longPrompts) {

    public Pricing {
      longPrompts = longPrompts == null || longPrompts.isEmpty() ? null : List.copyOf(longPrompts);
    }

    public Pricing(double prompt, double completion) {
      this(prompt, completion, null);
    }
  }

  public record Capabilities(
      boolean vision,
      boolean functionCalling,
      boolean streaming,
      boolean json,
      boolean reasoning) {}

  /**
   * The published figures: Elo and indices unchanged, fractions as percent.
   *
   * @param arena LMArena's text board, Elo points
   * @param intelligenceIndex Artificial Analysis, -100 to 100
   * @param codingIndex Artificial Analysis, -100 to 100
   * @param mathIndex Artificial Analysis, 0 to 100
   * @param liveBenchIF LiveBench's score for instruction following
   */
  public record Benchmarks(
      @Nullable Double arena,
      @Nullable Double intelligenceIndex,
      @Nullable Double codingIndex,
      @Nullable Double mathIndex,
      @Nullable Double mmluPro,
      @Nullable Double gpqa,
      @Nullable Double liveCodeBench,
      @Nullable Double math500,
      @Nullable Double ifEval,
      @Nullable Double bbh,
      @Nullable Double liveBenchCoding,
      @Nullable Double liveBenchAgenticCoding,
      @Nullable Double liveBenchReasoning,
      @Nullable Double liveBenchMath,
      @Nullable Double liveBenchLanguage,
      @Nullable Double liveBenchIF,
      @Nullable Double liveBenchDataAnalysis) {}

  /**
   * Medians measured by Artificial Analysis.
   *
   * @param timeToFirstToken seconds
   */
  public record Speed(@Nullable Double outputTokensPerSecond, @Nullable Double timeToFirstToken) {}
}
