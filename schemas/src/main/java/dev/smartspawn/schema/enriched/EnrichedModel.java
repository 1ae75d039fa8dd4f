package dev.smartspawn.schema.enriched;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param priceFrom the raw record that the price was read from; absent in tables of older releases
 * @param supportedParameters the parameters of a call that it takes, as OpenRouter lists them, such
 *     as {@code top_p}, in alphabetical order; absent if none are listed
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
 * @param lastDay the last day it answers; absent when none is announced
 * @param alsoKnownAs other names of the model: its dated id and the names of {@code aliases.yaml},
 *     in alphabetical order
 * @param evidence every number behind it, including those not chosen for {@code benchmarks}
 */
public record EnrichedModel(
    CanonicalId id,
    String name,
    String provider,
    long contextLength,
    @Nullable Long maxOutputTokens,
    Pricing pricing,
    @Nullable PriceReference priceFrom,
    Capabilities capabilities,
    @Nullable List<String> supportedParameters,
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
    @Nullable LocalDate lastDay,
    List<String> alsoKnownAs,
    List<Evidence> evidence) {

  /** Has no price of its own because it passes requests on. */
  public static final String ROUTER_TAG = "router";

  /** Stops answering within 14 days. */
  public static final String EXPIRING_TAG = "expiring";

  public EnrichedModel {
    if (id == null || pricing == null || capabilities == null || tier == null) {
      throw new IllegalArgumentException("'id', 'pricing', 'capabilities' and 'tier' are required");
    }
    supportedParameters =
        supportedParameters == null || supportedParameters.isEmpty()
            ? null
            : List.copyOf(supportedParameters);
    categories = categories == null ? List.of() : List.copyOf(categories);
    scores = ordered(scores);
    costEfficiency = ordered(costEfficiency);
    tags = tags == null ? List.of() : List.copyOf(tags);
    sourcesCovered = sourcesCovered == null ? List.of() : List.copyOf(sourcesCovered);
    estimates = ordered(estimates);
    alsoKnownAs = alsoKnownAs == null ? List.of() : List.copyOf(alsoKnownAs);
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
   * USD per 1M tokens; -1 for a router. A price that depends on the hour is given for the most
   * expensive hour.
   *
   * @param longPrompts ordered by prompt size, smallest first; absent when long prompts cost the
   *     same
   * @param hourly the prices of the hours that have their own, in the source's order; absent when
   *     every hour costs the same
   * @param highestOutput the highest price of a token it may write, such as a hidden reasoning
   *     token; absent when none costs more than {@code completion}
   * @param fees absent when nothing but tokens is charged
   */
  public record Pricing(
      double prompt,
      double completion,
      @Nullable List<LongPromptPrice> longPrompts,
      @Nullable List<HourlyPrice> hourly,
      @Nullable Double highestOutput,
      @Nullable Fees fees) {

    /** Prompt tokens over which a fee per request is spread when prices are compared. */
    private static final double PROMPT_TOKENS_PER_REQUEST = 5_000;

    private static final double PER_MILLION = 1e6;

    public Pricing {
      longPrompts = longPrompts == null || longPrompts.isEmpty() ? null : List.copyOf(longPrompts);
      hourly = hourly == null || hourly.isEmpty() ? null : List.copyOf(hourly);
    }

    public Pricing(double prompt, double completion) {
      this(prompt, completion, null, null, null, null);
    }

    /** USD per 1M prompt tokens, with the fee per request spread over a request of usual size. */
    @JsonIgnore
    public double promptWithFee() {
      return fees == null || fees.request() == null
          ? prompt
          : prompt + fees.request() / PROMPT_TOKENS_PER_REQUEST * PER_MILLION;
    }

    /** Neither tokens nor requests cost anything. */
    @JsonIgnore
    public boolean isFree() {
      return prompt == 0 && completion == 0 && promptWithFee() == 0;
    }
  }

  /**
   * A price at certain hours, USD per 1M tokens.
   *
   * @param hoursUtc as the source writes them
   */
  public record HourlyPrice(String hoursUtc, double prompt, double completion) {}

  /**
   * USD for what is not charged by the token.
   *
   * @param request per request
   * @param image per image that is sent, or per token of one
   * @param search per web search
   * @param perCall what a text request costs at least beside its tokens: the fee per request, and a
   *     search for a model that always searches; absent when that is nothing
   */
  public record Fees(
      @Nullable Double request,
      @Nullable Double image,
      @Nullable Double search,
      @Nullable Double perCall) {}

  /**
   * What a model can do.
   *
   * @param vision whether it takes images
   * @param files whether it takes PDF documents
   */
  public record Capabilities(
      boolean vision,
      boolean functionCalling,
      boolean streaming,
      boolean json,
      boolean reasoning,
      boolean files) {}

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
