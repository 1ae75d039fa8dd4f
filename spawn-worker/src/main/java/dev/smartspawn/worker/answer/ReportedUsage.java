package dev.smartspawn.worker.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.worker.body.ProviderJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The figures a provider reports of a call. A figure that cannot be true is absent.
 *
 * @param prompt tokens read
 * @param completion tokens written, thinking included
 * @param cost what the call cost, the bill of the maker behind a gateway included
 * @param thought whether tokens were written that nobody sees
 * @param besidesBytes UTF-8 length of what was written beside the text and the thinking, such as
 *     calls of tools and further answers
 */
public record ReportedUsage(
    OptionalLong prompt,
    OptionalLong completion,
    Optional<Usd> cost,
    boolean thought,
    long besidesBytes) {

  public static final ReportedUsage NONE =
      new ReportedUsage(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), false);

  /** Of a call that wrote nothing but its text and its thinking. */
  public ReportedUsage(
      OptionalLong prompt, OptionalLong completion, Optional<Usd> cost, boolean thought) {
    this(prompt, completion, cost, thought, 0);
  }

  /** No call reads or writes more; the largest context windows have 10 million tokens. */
  static final long MOST_TOKENS = 50_000_000;

  /** The longest tokens of public vocabularies; most have four bytes. */
  public static final int MOST_BYTES_OF_TOKEN = 128;

  private static final List<String> PROMPT =
      List.of(
          "prompt_tokens",
          "input_tokens",
          "promptTokens",
          "inputTokens",
          "prompt_eval_count",
          "prompt_n",
          "promptTokenCount",
          "prompt_token_count",
          "inputTokenCount",
          "input_token_count",
          "tokens_evaluated",
          "tokens_input");
  private static final List<String> COMPLETION =
      List.of(
          "completion_tokens",
          "output_tokens",
          "completionTokens",
          "outputTokens",
          "eval_count",
          "predicted_n",
          "candidatesTokenCount",
          "candidates_token_count",
          "outputTokenCount",
          "generation_token_count",
          "generated_token_count",
          "generated_tokens",
          "tokens_predicted",
          "tokens_generated");
  private static final List<String> TOTAL =
      List.of("total_tokens", "totalTokens", "totalTokenCount", "total_token_count");

  /** Parts of the prompt that some makers leave out of its count. */
  private static final List<String> CACHED =
      List.of(
          "cache_read_input_tokens",
          "cache_creation_input_tokens",
          "cacheReadInputTokens",
          "cacheWriteInputTokens",
          "cacheReadInputTokenCount",
          "cacheWriteInputTokenCount",
          "cache_n");

  /** As other makers name them, who count them as parts of the prompt. */
  private static final List<String> CACHED_WITHIN =
      List.of("cached_tokens", "cache_write_tokens", "cache_creation_tokens");

  /**
   * @param usage the provider's {@code usage} object, or whatever is in its place
   */
  static ReportedUsage of(JsonNode usage) {
    OptionalLong written = largestOf(usage, COMPLETION);
    OptionalLong total = largestOf(usage, TOTAL);
    OptionalLong thinking = thinkingTokens(usage);
    OptionalLong prompt =
        promptOf(
            largestOf(usage, PROMPT), cachedApart(usage, written, total, thinking), total, written);
    return new ReportedUsage(
        prompt,
        completionOf(prompt, written, total, thinking),
        ReportedCost.ofUsage(usage),
        thinking.orElse(0) > 0);
  }

  /** Nothing but the cost. */
  static ReportedUsage ofCost(Optional<Usd> cost) {
    return new ReportedUsage(OptionalLong.empty(), OptionalLong.empty(), cost, false);
  }

  /** The larger of each two figures. */
  ReportedUsage or(ReportedUsage other) {
    return new ReportedUsage(
        larger(prompt, other.prompt),
        larger(completion, other.completion),
        cost.isPresent() && other.cost.isPresent()
            ? Optional.of(cost.get().isAbove(other.cost.get()) ? cost.get() : other.cost.get())
            : cost.or(other::cost),
        thought || other.thought,
        Math.max(besidesBytes, other.besidesBytes));
  }

  /** Zero tokens beside a text are not a count of them, and neither is one for a whole page. */
  ReportedUsage beside(String text) {
    boolean tooFewWritten =
        completion.isPresent()
            && isTooFew(completion.getAsLong(), text.getBytes(StandardCharsets.UTF_8).length);
    boolean nothingRead = prompt.orElse(-1) == 0;
    return new ReportedUsage(
        nothingRead ? OptionalLong.empty() : prompt,
        tooFewWritten ? OptionalLong.empty() : completion,
        cost,
        thought,
        besidesBytes);
  }

  /** Whether so many bytes cannot have so few tokens. */
  public static boolean isTooFew(long tokens, long bytes) {
    return tokens * MOST_BYTES_OF_TOKEN < bytes;
  }

  /** As reported, of a model that thought. */
  ReportedUsage withThought() {
    return new ReportedUsage(prompt, completion, cost, true, besidesBytes);
  }

  /** As reported, of a model that wrote more than its text and its thinking. */
  ReportedUsage withBesides(long bytes) {
    return new ReportedUsage(prompt, completion, cost, thought, bytes);
  }

  /** As reported, but with these tokens written and this cost. */
  ReportedUsage with(OptionalLong written, Optional<Usd> named) {
    return new ReportedUsage(prompt, written, named, thought, besidesBytes);
  }

  public boolean isEmpty() {
    return prompt.isEmpty() && completion.isEmpty() && cost.isEmpty();
  }

  private static OptionalLong promptOf(
      OptionalLong named, long cachedApart, OptionalLong total, OptionalLong written) {
    if (named.isPresent()) {
      return OptionalLong.of(named.getAsLong() + cachedApart);
    }
    boolean derivable = written.isPresent() && total.isPresent();
    return derivable && total.getAsLong() >= written.getAsLong()
        ? OptionalLong.of(total.getAsLong() - written.getAsLong())
        : OptionalLong.empty();
  }

  /** The part of the prompt that its count leaves out. */
  private static long cachedApart(
      JsonNode usage, OptionalLong written, OptionalLong total, OptionalLong thinking) {
    long named = largestOf(usage, PROMPT).orElse(0);
    long apart = sumOf(usage, CACHED);
    if (apart > 0 && !usage.has("prompt_tokens")) {
      return apart;
    }
    long missed = sumOf(usage, List.of("prompt_cache_hit_tokens", "prompt_cache_miss_tokens"));
    if (missed > named) {
      return missed - named;
    }
    long cached =
        Math.max(
            apart,
            Math.max(
                sumOf(usage.path("prompt_tokens_details"), CACHED_WITHIN),
                sumOf(usage.path("input_tokens_details"), CACHED_WITHIN)));
    long unexplained = total.orElse(0) - named - written.orElse(0);
    boolean explains =
        unexplained > 0
            && (unexplained == cached || unexplained == cached + thinking.orElse(0))
            && unexplained != thinking.orElse(0);
    return cached > named || explains ? cached : 0;
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
    return Stream.of(
            usage.path("completion_tokens_details").path("reasoning_tokens"),
            usage.path("output_tokens_details").path("reasoning_tokens"),
            usage.path("output_tokens_details").path("thinking_tokens"),
            usage.path("reasoning_tokens"),
            usage.path("reasoningTokens"),
            usage.path("thinking_tokens"),
            usage.path("thoughtsTokenCount"),
            usage.path("thoughts_token_count"))
        .map(ReportedUsage::tokens)
        .reduce(OptionalLong.empty(), ReportedUsage::larger);
  }

  private static OptionalLong largestOf(JsonNode usage, List<String> names) {
    return names.stream()
        .map(name -> tokens(usage.path(name)))
        .reduce(OptionalLong.empty(), ReportedUsage::larger);
  }

  private static long sumOf(JsonNode usage, List<String> names) {
    long sum = names.stream().map(usage::path).mapToLong(each -> tokens(each).orElse(0)).sum();
    return Math.min(sum, MOST_TOKENS);
  }

  /**
   * Some servers count in fractions, some write numbers as text; parts of tokens are rounded up.
   */
  private static OptionalLong tokens(JsonNode node) {
    Optional<BigDecimal> number =
        ProviderJson.number(node)
            .filter(count -> count.compareTo(BigDecimal.valueOf(MOST_TOKENS)) <= 0);
    return number.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(number.get().setScale(0, RoundingMode.CEILING).longValueExact());
  }

  private static OptionalLong larger(OptionalLong one, OptionalLong other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()));
  }
}
