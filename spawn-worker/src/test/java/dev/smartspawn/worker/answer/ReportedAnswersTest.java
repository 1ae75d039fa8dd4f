package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderAnswer.Whole;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes of answers and errors that users of other clients reported, with figures of our own. */
class ReportedAnswersTest {

  private static final SentRequest SENT =
      new SentRequest(
          4096,
          "max_tokens",
          true,
          true,
          Set.of("max_tokens", "stream", "stream_options", "response_format"));

  private final AnswerReader reader =
      new AnswerReader(
          new KeyMask(List.of("sk-or-v1-0123456789abcdef")),
          Clock.fixed(Instant.parse("2026-09-01T00:00:00Z"), ZoneOffset.UTC));

  private ProviderAnswer read(int status, String body) {
    return reader.read(ProviderResponse.of(status, body.replace("\\n", "\n")), SENT);
  }

  private Failed failed(int status, String body) {
    return (Failed) read(status, body);
  }

  private static String quoted(String content) {
    return "{\"choices\":[{\"message\":{\"content\":\""
        + content
        + "\"},\"finish_reason\":\"stop\"}]}";
  }

  /** Servers without a parser for their model's template. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<|channel|>analysis<|message|>three primes<|end|><|start|>assistant<|channel|>final<|message|>2, 3, 5<|return|>~three primes",
        "<|channel|>analysis<|message|>three primes<|end|>2, 3, 5~three primes",
        "<|channel|>final<|message|>2, 3, 5~",
        "analysisThe user wants three primes.assistantfinal2, 3, 5~The user wants three primes.",
        "<|channel>thought\\nthree primes<channel|>2, 3, 5~three primes",
        "[THINK]three primes[/THINK]2, 3, 5~three primes",
        "◁think▷three primes◁/think▷2, 3, 5~three primes",
        "<|START_THINKING|>three primes<|END_THINKING|><|START_RESPONSE|>2, 3, 5<|END_RESPONSE|>~three primes",
        "<|begin_of_thought|>three primes<|end_of_thought|><|begin_of_solution|>2, 3, 5<|end_of_solution|>~three primes",
        "<mm:think>three primes</mm:think>2, 3, 5~three primes",
        "three primes</think>2, 3, 5~three primes",
        "<think>İİİ three</think>2, 3, 5~İİİ three",
        "<think>\\n\\n</think>\\n\\n2, 3, 5~",
        "2, 3, 5<|im_end|>~",
        "2, 3, 5</s>~",
        "2, 3, 5<|eot_id|><|endoftext|>~",
        "2, 3, 5<end_of_turn>\\n~",
        "2, 3, 5<｜end▁of▁sentence｜>~",
        "<|im_start|>assistant\\n2, 3, 5<|im_end|>~",
        "2, 3, 5~",
      })
  void marksOfTheTemplateAreNotPartOfTheAnswer(String content, String thinking) {
    Answered answer = (Answered) read(200, quoted(content));

    assertThat(answer.text().strip()).isEqualTo("2, 3, 5");
    assertThat(answer.thinking()).isEqualTo(thinking == null ? "" : thinking);
  }

  /** What looks like a mark, and was written for the reader. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "End a turn with <|im_end|> and begin with <|im_start|>.",
        "analysis of the final report",
        "The tag </s> strikes text out",
        "<s>old</s>"
      })
  void marksWithinATextStay(String content) {
    assertThat(((Answered) read(200, quoted(content))).text()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}}",
        "{\"choices\":[{\"index\":1,\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":\"2, 3, 5\",\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":{\"parts\":[{\"text\":\"2, 3, 5\"}]}},\"finish_reason\":\"stop\"}]}",
        "{\"data\":{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}}",
        "{\"result\":{\"response\":\"2, 3, 5\"},\"success\":true,\"errors\":[]}",
        "{\"output\":{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}}",
        "{\"object\":\"response\",\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"2, 3, 5\"}]}]}",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"2, 3, 5\"}]},\"finishReason\":\"STOP\"}]}",
        "{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"2, 3, 5\"}]},\"finish_reason\":\"COMPLETE\"}",
        "[{\"generated_text\":\"2, 3, 5\"}]",
        "\"{\\\"choices\\\":[{\\\"message\\\":{\\\"content\\\":\\\"2, 3, 5\\\"},\\\"finish_reason\\\":\\\"stop\\\"}]}\"",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}],\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}",
        "{\"code\":200,\"msg\":\"ok\",\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"message\":{\"content\":\"2, \"},\"done\":false}\\n{\"message\":{\"content\":\"3, 5\"},\"done\":false}\\n{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}\\n",
        "{\"choices\":[{\"delta\":{\"content\":\"2, \"}}]}\\n{\"choices\":[{\"delta\":{\"content\":\"3, 5\"},\"finish_reason\":\"stop\"}]}\\n",
        "data: {\"choices\":[{\"delta\":\"2, 3, 5\",\"finish_reason\":\"stop\"}]}\\n\\ndata: [DONE]\\n\\n",
        "id: 1\\nevent: message\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"}}]}\\n\\nevent: done\\ndata: [DONE]\\n\\n"
      })
  void answerIsFoundInOtherShapes(String body) {
    assertThat(((Answered) read(200, body)).text()).isEqualTo("2, 3, 5");
  }

  @ParameterizedTest
  @CsvSource({
    "FINISH_REASON_STOP, YES",
    "FinishReason.STOP, YES",
    "end_of_text, YES",
    "FINISH_REASON_MAX_TOKENS, CUT",
    "MAX_TOKENS, CUT",
    "max_time, CUT",
    "FINISH_REASON_UNSPECIFIED, UNSURE"
  })
  void finishReasonsHaveOtherSpellings(String reason, Whole whole) {
    String body =
        "{\"choices\":[{\"message\":{\"content\":\"2\"},\"finish_reason\":\"%s\"}]}"
            .formatted(reason);

    assertThat(((Answered) read(200, body)).whole()).isEqualTo(whole);
  }

  /** Errors in a success that has no {@code error}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"base_resp\":{\"status_code\":1008,\"status_msg\":\"insufficient balance\"}}~NO_CREDIT",
        "{\"base_resp\":{\"status_code\":1002,\"status_msg\":\"rate limit\"}}~RATE_LIMITED",
        "{\"code\":429,\"msg\":\"slow down\"}~RATE_LIMITED",
        "{\"status\":503,\"message\":\"no capacity\"}~UNAVAILABLE",
        "{\"success\":false,\"errors\":[{\"code\":7003,\"message\":\"rate limit exceeded\"}]}~RATE_LIMITED",
        "{\"errors\":[{\"message\":\"too many requests\"}]}~RATE_LIMITED",
        "{\"detail\":\"Rate limit exceeded\"}~RATE_LIMITED",
        "event: error\\ndata: {\"message\":\"the server is overloaded\",\"code\":503}\\n\\ndata: [DONE]\\n\\n~UNAVAILABLE",
        "event: error\\ndata: upstream timed out\\n\\n~UNAVAILABLE"
      })
  void errorWithoutItsFieldIsStillAnErrorAndCostsNothing(String body, FailureKind kind) {
    Failed failed = failed(200, body);

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.charge()).isEqualTo(Charge.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, \"}}]}\\n\\nevent: error\\ndata: {\"message\":\"died\"}\\n\\ndata: [DONE]\\n\\n",
        "{\"message\":{\"content\":\"2, \"},\"done\":false}\\n{\"message\":{\"content\":\"3\"},\"done\":false}\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, \"}}]}\\n\\ndata: {\"choices\":[{\"del"
      })
  void streamThatDiesIsNotAWholeAnswer(String body) {
    Failed failed = failed(200, body);

    assertThat(failed.kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(failed.partial()).startsWith("2, ");
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "400~{\"error\":{\"message\":\"Rate limit exceeded for model\"}}~RATE_LIMITED",
        "400~{\"__type\":\"ThrottlingException\",\"message\":\"Too many tokens, please wait before trying again.\"}~RATE_LIMITED",
        "403~{\"message\":\"API rate limit exceeded\"}~RATE_LIMITED",
        "500~{\"error\":{\"message\":\"the request exceeds the available context size\"}}~TOO_LONG",
        "500~{\"error\":{\"message\":\"ContextWindowExceededError: prompt has 9000 tokens\"}}~TOO_LONG",
        "413~{\"error\":{\"message\":\"Request too large for model on tokens per minute (TPM): Limit 6000, Requested 19000\",\"code\":\"rate_limit_exceeded\"}}~TOO_LONG",
        "402~{\"error\":{\"message\":\"Prompt tokens limit exceeded: 230799 > 91442. To increase, visit the settings\",\"code\":402}}~TOO_LONG",
        "429~{\"error\":{\"code\":\"1113\",\"message\":\"您的账户已欠费，请充值后重试\"}}~NO_CREDIT",
        "400~{\"error\":{\"message\":\"Error code: 余额不足\"}}~NO_CREDIT",
        "400~{\"error\":{\"message\":\"Budget has been exceeded! Current cost: 1.2, Max budget: 1.0\",\"type\":\"budget_exceeded\"}}~NO_CREDIT",
        "403~{\"error\":{\"message\":\"user quota is not enough\",\"code\":\"insufficient_user_quota\"}}~NO_CREDIT",
        "401~{\"error\":{\"message\":\"key not allowed to access model. This key can only access models=['a']\",\"type\":\"key_model_access_denied\"}}~MODEL_GONE",
        "429~{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"message\":\"You exceeded your current quota, please check your plan and billing details.\"}}~RATE_LIMITED",
        "429~{\"error\":{\"code\":\"1302\",\"message\":\"您当前使用该API的并发数过高\"}}~RATE_LIMITED",
        "503~{\"error\":\"Model x is currently loading\",\"estimated_time\":20.0}~UNAVAILABLE",
        "404~404 page not found~MODEL_GONE",
        "400~{\"error\":{\"message\":\"The response was filtered due to the prompt triggering the content management policy\"}}~CONTENT_FILTER"
      })
  void wordsTellMoreThanTheStatus(int status, String body, FailureKind kind) {
    assertThat(failed(status, body).kind()).isEqualTo(kind);
  }

  /** Providers that send no Retry-After. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"error\":{\"message\":\"Rate limit reached for model: Limit 15000, Used 11972, Requested 4351. Please try again in 5.289s. Visit the console\"}}~5289",
        "{\"error\":{\"message\":\"Please try again in 20ms.\"}}~20",
        "{\"error\":{\"message\":\"Please try again in 1m26.4s.\"}}~86400",
        "{\"error\":{\"message\":\"You exceeded your current quota. Please retry in 34.66s.\",\"status\":\"RESOURCE_EXHAUSTED\"}}~34660",
        "{\"error\":{\"message\":\"Please retry after 26 seconds.\"}}~26000",
        "{\"error\":{\"code\":429,\"message\":\"quota\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":\"x.RetryInfo\",\"retryDelay\":\"45.837906927s\"}]}}~45838",
        "{\"error\":{\"message\":\"slow down\"},\"retry_after\":7}~7000",
        "{\"detail\":\"slow down\",\"retry_after_ms\":1500}~1500",
        "{\"error\":\"Model x is currently loading\",\"estimated_time\":20.0}~20000"
      })
  void waitIsReadFromTheBody(String body, long millis) {
    assertThat(failed(429, body).retryAfter()).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"try again later\"}}",
        "{\"error\":{\"message\":\"try again in a moment\"}}",
        "{\"error\":{\"message\":\"slow down\"},\"retry_after\":-5}",
        "{\"error\":{\"message\":\"slow down\"},\"retry_after\":{\"a\":1}}",
        "{\"error\":{\"message\":\"retry in 999999999999999999999999999s\"},\"retry_after\":\"soon\"}"
      })
  void vagueWaitIsNone(String body) {
    assertThat(failed(429, body).retryAfter().orElse(Duration.ZERO))
        .isBetween(Duration.ZERO, Duration.ofDays(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"input_tokens\":4,\"cache_read_input_tokens\":900,\"cache_creation_input_tokens\":96,\"output_tokens\":6}~1000~6~",
        "{\"prompt_tokens\":1000,\"completion_tokens\":6,\"cache_read_input_tokens\":900}~1000~6~",
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"cost\":{\"total_cost\":0.0051,\"request_cost\":0.005}}~20~6~0.0051",
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"estimated_cost\":0.00002}~20~6~0.00002",
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"cost_in_usd_ticks\":37756000}~20~6~0.0037756",
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"cost\":\"0.003\"}~20~6~0.003",
        "{\"promptTokenCount\":20,\"candidatesTokenCount\":6,\"thoughtsTokenCount\":10,\"totalTokenCount\":36}~20~16~"
      })
  void figuresHaveOtherNames(String usage, long prompt, long completion, String cost) {
    Answered answer =
        (Answered)
            read(
                200,
                "{\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}],\"usage\":"
                    + usage
                    + "}");

    assertThat(answer.usage().prompt()).hasValue(prompt);
    assertThat(answer.usage().completion()).hasValue(completion);
    assertThat(
            answer.usage().cost().map(usd -> usd.toDollars().stripTrailingZeros().toPlainString()))
        .isEqualTo(Optional.ofNullable(cost));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "400~input length and `max_tokens` exceed context limit: 198240 + 4096 > 200000, decrease input length~RoomLeft[maxTokens=1760]",
        "402~This request requires more credits, or fewer max_tokens. You requested up to 4096 tokens, but can only afford 3919.~RoomLeft[maxTokens=3919]",
        "200~max_tokens must be at most 2048~FewerTokens[maxTokens=2048]",
        "400~Range of max_tokens should be [1, 2048]~FewerTokens[maxTokens=2048]",
        "400~max_tokens参数非法：取值范围 [1,4095]~FewerTokens[maxTokens=4095]",
        "400~Your organization must be verified to stream this model. Please go to the settings.~Streaming[wanted=false]",
        "400~JSON mode is not enabled for this model~WithoutParameter[name=response_format]",
        "422~body -> stream_options\\n  Extra inputs are not permitted (type=extra_forbidden)~WithoutParameter[name=stream_options]",
        "400~Validation error at #/stream_options: Extra inputs are not permitted~WithoutParameter[name=stream_options]",
        "400~Developer instruction is not enabled for models/gemma~SystemRoleAsUser[]",
        "400~Conversation roles must alternate user/assistant/user/assistant/...~SystemRoleAsUser[]"
      })
  void refusalSaysWhatToChange(int status, String message, String change) {
    Failed failed =
        failed(
            status,
            "{\"error\":{\"code\":%d,\"message\":\"%s\"}}"
                .formatted(status == 200 ? 400 : status, message.replace("\\n", " ")));

    assertThat(failed.change()).map(Object::toString).contains(change);
    assertThat(failed.kind()).isEqualTo(FailureKind.ANOTHER_FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "This request requires more credits. You can only afford 12., NO_CREDIT",
    "You can only afford 0, NO_CREDIT"
  })
  void moneyForAFewTokensIsNone(String message, FailureKind kind) {
    Failed failed = failed(402, "{\"error\":{\"message\":\"" + message + "\"}}");

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.change()).isEmpty();
  }

  /** Gateways that tell the cost in a header. */
  @ParameterizedTest
  @CsvSource({
    "x-litellm-response-cost, 0.0123, '', 0.0123",
    "X-LiteLLM-Response-Cost, 1.5e-05, '', 0.000015",
    "x-litellm-response-cost, 0.0, '', ",
    "x-litellm-response-cost, None, '', ",
    "x-litellm-response-cost, -1, '', ",
    "x-litellm-response-cost, 1e300, '', ",
    "x-litellm-response-cost, 0.002, 0.003, 0.003",
    "x-litellm-response-cost, 0.004, 0.003, 0.004",
    "x-ratelimit-cost, 4, '', "
  })
  void costInHeaderCounts(String header, String value, String inBody, String cost) {
    String body =
        "{\"choices\":[{\"message\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6%s}}"
            .formatted(inBody.isEmpty() ? "" : ",\"cost\":" + inBody);
    ProviderResponse response =
        new ProviderResponse(
            200,
            Map.of(header, List.of(value)),
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

    assertThat(
            reader
                .read(response, SENT)
                .usage()
                .cost()
                .map(usd -> usd.toDollars().stripTrailingZeros().toPlainString()))
        .isEqualTo(Optional.ofNullable(cost));
  }
}
