package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.smartspawn.schema.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The figures a provider reports of a call. A figure that cannot be true is absent.
 *
 * @param prompt tokens read
 * @param completion tokens written, thinking included
 * @param cost what the call cost, the bill of the maker behind a gateway included
 * @param thought whether tokens were written that nobody sees
 */
public record ReportedUsage(
    OptionalLong prompt, OptionalLong completion, Optional<Usd> cost, boolean thought) {

  public static final ReportedUsage NONE =
      new ReportedUsage(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), false);

  /** No call reads or writes more; the largest context windows have 10 million tokens. */
  static final long MOST_TOKENS = 50_000_000;

  /** No call costs more: 10 million tokens at 20 times the highest list price per token. */
  static final BigDecimal MOST_USD = BigDecimal.valueOf(1000);

  private static final List<String> PROMPT =
      List.of("prompt_tokens", "input_tokens", "prompt_eval_count", "prompt_n", "promptTokenCount");
  private static final List<String> COMPLETION =
      List.of(
          "completion_tokens",
          "output_tokens",
          "eval_count",
          "predicted_n",
          "candidatesTokenCount");

  /** Parts of the prompt that one maker leaves out of {@code input_tokens}. */
  private static final List<String> CACHED =
      List.of("cache_read_input_tokens", "cache_creation_input_tokens");

  private static final int DIGITS_OF_TICKS = 10;

  /** Where gateways tell what they charge for a call, in dollars. */
  private static final List<String> COST_HEADERS =
      List.of("x-litellm-response-cost", "x-response-cost-usd", "x-request-cost-usd", "x-cost-usd");

  /**
   * @param usage the provider's {@code usage} object, or whatever is in its place
   */
  static ReportedUsage of(JsonNode usage) {
    OptionalLong prompt = withCached(usage, firstOf(usage, PROMPT));
    OptionalLong written = firstOf(usage, COMPLETION);
    OptionalLong total = firstOf(usage, List.of("total_tokens", "totalTokenCount"));
    OptionalLong thinking = thinkingTokens(usage);
    return new ReportedUsage(
        promptOf(prompt, written, total),
        completionOf(prompt, written, total, thinking),
        costOf(usage),
        thinking.orElse(0) > 0);
  }

  /** A cost of nothing is left out: gateways say so of prices they do not know. */
  static ReportedUsage ofHeaders(ProviderResponse response) {
    Optional<Usd> cost =
        COST_HEADERS.stream()
            .flatMap(name -> response.header(name).stream())
            .flatMap(value -> dollars(TextNode.valueOf(value)).stream())
            .filter(dollars -> dollars.signum() > 0)
            .findFirst()
            .map(Usd::of);
    return new ReportedUsage(OptionalLong.empty(), OptionalLong.empty(), cost, false);
  }

  /** Streams report usage in pieces, each the sum so far: the larger figure is the later one. */
  ReportedUsage or(ReportedUsage other) {
    return new ReportedUsage(
        larger(prompt, other.prompt),
        larger(completion, other.completion),
        cost.isPresent() && other.cost.isPresent()
            ? Optional.of(cost.get().isAbove(other.cost.get()) ? cost.get() : other.cost.get())
            : cost.or(other::cost),
        thought || other.thought);
  }

  /** Zero tokens beside a text are not a count of them. */
  ReportedUsage beside(String text) {
    boolean nothingWritten = completion.orElse(-1) == 0 && !text.isEmpty();
    boolean nothingRead = prompt.orElse(-1) == 0;
    return new ReportedUsage(
        nothingRead ? OptionalLong.empty() : prompt,
        nothingWritten ? OptionalLong.empty() : completion,
        cost,
        thought);
  }

  /** As reported, of a model that showed its thinking. */
  ReportedUsage withThought() {
    return new ReportedUsage(prompt, completion, cost, true);
  }

  public boolean isEmpty() {
    return prompt.isEmpty() && completion.isEmpty() && cost.isEmpty();
  }

  private static OptionalLong promptOf(
      OptionalLong prompt, OptionalLong written, OptionalLong total) {
    boolean derivable = prompt.isEmpty() && written.isPresent() && total.isPresent();
    return derivable && total.getAsLong() >= written.getAsLong()
        ? OptionalLong.of(total.getAsLong() - written.getAsLong())
        : prompt;
  }

  /** Some makers leave thinking out of the count, but not out of the total. */
  private static OptionalLong completionOf(
      OptionalLong prompt, OptionalLong written, OptionalLong total, OptionalLong thinking) {
    OptionalLong byTotal =
        prompt.isPresent() && total.isPresent() && total.getAsLong() >= prompt.getAsLong()
            ? OptionalLong.of(total.getAsLong() - prompt.getAsLong())
            : OptionalLong.empty();
    OptionalLong completion = larger(written, byTotal);
    boolean apart =
        thinking.isPresent()
            && completion.isPresent()
            && thinking.getAsLong() > completion.getAsLong();
    return apart ? OptionalLong.of(completion.getAsLong() + thinking.getAsLong()) : completion;
  }

  private static OptionalLong thinkingTokens(JsonNode usage) {
    return firstPresent(
        List.of(
            usage.path("completion_tokens_details").path("reasoning_tokens"),
            usage.path("output_tokens_details").path("reasoning_tokens"),
            usage.path("reasoning_tokens"),
            usage.path("thoughtsTokenCount")));
  }

  /** With a key of the user's own at the gateway, the maker's bill is beside the gateway's fee. */
  private static Optional<Usd> costOf(JsonNode usage) {
    Optional<BigDecimal> cost = namedCost(usage);
    Optional<BigDecimal> upstream =
        usage.path("is_byok").asBoolean(false)
            ? dollars(usage.path("cost_details").path("upstream_inference_cost"))
            : Optional.empty();
    if (cost.isEmpty() && upstream.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Usd.of(cost.orElse(BigDecimal.ZERO).add(upstream.orElse(BigDecimal.ZERO))));
  }

  private static Optional<BigDecimal> namedCost(JsonNode usage) {
    return dollars(usage.path("cost"))
        .or(() -> dollars(usage.path("cost").path("total_cost")))
        .or(() -> dollars(usage.path("total_cost")))
        .or(() -> dollars(usage.path("estimated_cost")))
        .or(
            () ->
                number(usage.path("cost_in_usd_ticks"))
                    .map(ticks -> ticks.movePointLeft(DIGITS_OF_TICKS))
                    .filter(dollars -> dollars.compareTo(MOST_USD) <= 0));
  }

  private static OptionalLong withCached(JsonNode usage, OptionalLong prompt) {
    if (prompt.isEmpty() || usage.has("prompt_tokens")) {
      return prompt;
    }
    long cached = CACHED.stream().map(usage::path).mapToLong(each -> tokens(each).orElse(0)).sum();
    return OptionalLong.of(prompt.getAsLong() + cached);
  }

  private static Optional<BigDecimal> dollars(JsonNode node) {
    return number(node).filter(dollars -> dollars.compareTo(MOST_USD) <= 0);
  }

  private static OptionalLong firstOf(JsonNode usage, List<String> names) {
    return firstPresent(names.stream().map(usage::path).toList());
  }

  private static OptionalLong firstPresent(List<JsonNode> nodes) {
    return nodes.stream()
        .map(ReportedUsage::tokens)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  /**
   * Some servers count in fractions, some write numbers as text; parts of tokens are rounded up.
   */
  private static OptionalLong tokens(JsonNode node) {
    Optional<BigDecimal> number =
        number(node).filter(count -> count.compareTo(BigDecimal.valueOf(MOST_TOKENS)) <= 0);
    return number.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(number.get().setScale(0, RoundingMode.CEILING).longValueExact());
  }

  /** Not below zero, and of a size that arithmetic takes: {@code 1e999999999} is not. */
  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber() && Double.isFinite(node.doubleValue())) {
      return plausible(node.decimalValue());
    }
    if (node.isTextual() && node.textValue().length() <= 32) {
      try {
        return plausible(new BigDecimal(node.textValue().strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> plausible(BigDecimal number) {
    boolean sized = Math.abs((long) number.scale()) <= 400 && number.precision() <= 400;
    return sized && number.signum() >= 0 ? Optional.of(number) : Optional.empty();
  }

  private static OptionalLong larger(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }
}
