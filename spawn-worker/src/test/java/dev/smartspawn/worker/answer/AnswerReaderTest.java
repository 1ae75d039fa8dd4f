package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderAnswer.Whole;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers were publicly reported to answer, by kind, with neighbours of our own. */
class AnswerReaderTest {

  private static final String KEY = "sk-or-v1-0123456789abcdef";
  private static final SentRequest SENT =
      new SentRequest(
          4096, "max_tokens", true, true, Set.of("max_tokens", "stream", "stream_options"));

  private final AnswerReader reader =
      new AnswerReader(
          new KeyMask(List.of(KEY, "none")),
          Clock.fixed(Instant.parse("2026-09-01T00:00:00Z"), ZoneOffset.UTC));

  @Test
  void plainAnswerIsRead() {
    Answered answer =
        answered(
            """
            {"choices":[{"index":0,"message":{"role":"assistant","content":"2, 3, 5"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":20,"completion_tokens":6,"total_tokens":26,"cost":0.0012}}""");

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.whole()).isEqualTo(Whole.YES);
    assertThat(answer.usage().completion()).hasValue(6);
    assertThat(answer.usage().cost()).contains(Usd.of("0.0012"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|UNSURE",
        "\"\"|UNSURE",
        "7|UNSURE",
        "\"stop\"|YES",
        "\"STOP\"|YES",
        "\"eos\"|YES",
        "\"end_turn\"|YES",
        "\"something_new\"|UNSURE",
        "\"length\"|CUT",
        "\"max_tokens\"|CUT",
        "\"MAX_TOKENS\"|CUT",
        "\"model_length\"|CUT",
        "\"model_context_window_exceeded\"|CUT"
      })
  void finishReasonTellsWhetherTheEndIsThere(String reason, Whole whole) {
    Answered answer =
        answered(
            "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":%s}]}"
                .formatted(reason));

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.whole()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "network_error,DISCONNECTED",
    "insufficient_system_resource,DISCONNECTED",
    "abort,DISCONNECTED",
    "error,DISCONNECTED",
    "sensitive,CONTENT_FILTER",
    "content_filter,CONTENT_FILTER",
    "SAFETY,CONTENT_FILTER",
    "PROHIBITED_CONTENT,CONTENT_FILTER"
  })
  void finishReasonTellsThatTheTextIsNotTheAnswer(String reason, FailureKind kind) {
    Failed failed =
        failed(
            200,
            "{\"choices\":[{\"message\":{\"content\":\"Mercury, Venus, Ear\"},\"finish_reason\":\"%s\"}]}"
                .formatted(reason));

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.partial()).isEqualTo("Mercury, Venus, Ear");
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "\"\"", "{}", "[]", "0"})
  void emptyErrorBesideAnAnswerIsNotAnError(String error) {
    assertThat(
            answered(
                    "{\"error\":%s,\"choices\":[{\"message\":{\"content\":\"5\",\"refusal\":null},\"finish_reason\":\"stop\"}]}"
                        .formatted(error))
                .text())
        .isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]},{\"type\":\"text\",\"text\":\"2, 3, 5\"}]",
        "[{\"type\":\"thinking\",\"thinking\":\"hm\"},{\"type\":\"text\",\"text\":\"2, \"},{\"type\":\"text\",\"text\":\"3, 5\"}]",
        "[{\"type\":\"output_text\",\"text\":\"2, 3, 5\"}]",
        "[\"2, 3, 5\"]",
        "{\"type\":\"text\",\"text\":\"2, 3, 5\"}",
        "\"<think>\\nhm\\n</think>\\n\\n2, 3, 5\"",
        "\"<THINK>hm</THINK>2, 3, 5\"",
        "\"<think>one</think><think>two</think>2, 3, 5\"",
        "\"hm, the template opened the block</think>2, 3, 5\"",
        "\"hm, the template opened the block</thinking>2, 3, 5\"",
        "\"hm, the template opened the block[/think]2, 3, 5\"",
        "\"hm, the template opened the block\u25c1/think\u25b7 2, 3, 5\""
      })
  void contentAsPartsOrWithThinkingGivesTheText(String content) {
    assertThat(
            answered(
                    "{\"choices\":[{\"message\":{\"content\":%s},\"finish_reason\":\"stop\"}]}"
                        .formatted(content))
                .text())
        .isEqualTo("2, 3, 5");
  }

  @Test
  void laterThinkTagsStayInTheText() {
    String text = "The tag <think> begins a block and </think> ends it.";

    assertThat(
            answered(
                    "{\"choices\":[{\"message\":{\"content\":\"%s\"},\"finish_reason\":\"stop\"}]}"
                        .formatted(text))
                .text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reasoning", "reasoning_content", "thinking"})
  void thinkingIsKeptBesideTheAnswer(String field) {
    Answered answer =
        answered(
            "{\"choices\":[{\"message\":{\"content\":\"5\",\"%s\":\"small ones\"},\"finish_reason\":\"stop\"}]}"
                .formatted(field));

    assertThat(answer.text()).isEqualTo("5");
    assertThat(answer.thinking()).isEqualTo("small ones");
    assertThat(answer.usage().thought()).isTrue();
  }

  @Test
  void onlyThinkingUpToTheLimitMeansThatTheLimitIsTooLow() {
    Failed failed =
        failed(
            200,
            """
            {"choices":[{"message":{"content":"","reasoning":"hm hm"},"finish_reason":"length"}],
             "usage":{"prompt_tokens":20,"completion_tokens":4096,"total_tokens":4116}}""");

    assertThat(failed.kind()).isEqualTo(FailureKind.LIMIT_TOO_LOW);
    assertThat(failed.charge()).isEqualTo(Charge.AS_REPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"total_tokens\":26}|20|6",
        "{\"prompt_tokens\":20.0,\"completion_tokens\":6.0}|20|6",
        "{\"prompt_tokens\":20.2,\"completion_tokens\":5.1}|21|6",
        "{\"prompt_tokens\":\"20\",\"completion_tokens\":\"6\"}|20|6",
        "{\"prompt_tokens\":20,\"total_tokens\":26}|20|6",
        "{\"completion_tokens\":6,\"total_tokens\":26}|20|6",
        "{\"input_tokens\":20,\"output_tokens\":6}|20|6",
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"total_tokens\":3026}|20|3006",
        "{\"prompt_tokens\":20,\"completion_tokens\":6,\"completion_tokens_details\":{\"reasoning_tokens\":3000}}|20|3006",
        "{\"prompt_tokens\":20,\"completion_tokens\":3006,\"completion_tokens_details\":{\"reasoning_tokens\":3000}}|20|3006",
        "{\"prompt_tokens\":0,\"completion_tokens\":0,\"total_tokens\":0}||",
        "{\"prompt_tokens\":20,\"completion_tokens\":0,\"total_tokens\":20}|20|",
        "{\"prompt_tokens\":1200,\"completion_tokens\":-60000,\"total_tokens\":-58800}|1200|",
        "{\"prompt_tokens\":9223372036854775807,\"completion_tokens\":6}||6",
        "{\"prompt_tokens\":1e999999999,\"completion_tokens\":1e-999999999}||",
        "{\"prompt_tokens\":NaN,\"completion_tokens\":Infinity}||",
        "{\"prompt_tokens\":null,\"completion_tokens\":{}}||",
        "{}||",
        "[]||",
        "null||",
        "\"many\"||"
      })
  void usageThatCannotBeTrueIsAbsent(String usage, Long prompt, Long completion) {
    Answered answer =
        answered(
            "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}],\"usage\":%s}"
                .formatted(usage));

    assertThat(answer.usage().prompt()).isEqualTo(optional(prompt));
    assertThat(answer.usage().completion()).isEqualTo(optional(completion));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cost\":0.05}|0.05",
        "{\"cost\":\"0.05\"}|0.05",
        "{\"cost\":0,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":0.0361}}|0.0361",
        "{\"cost\":0.01,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":0.0361}}|0.0461",
        "{\"cost\":0.01,\"is_byok\":false,\"cost_details\":{\"upstream_inference_cost\":0.0361}}|0.01",
        "{\"cost\":-3}|",
        "{\"cost\":1e12}|",
        "{\"cost\":1e400}|",
        "{\"cost\":{}}|",
        "{\"cost\":null}|"
      })
  void costThatCannotBeTrueIsAbsent(String usage, String cost) {
    Answered answer =
        answered(
            "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\"}],\"usage\":%s}"
                .formatted(usage));

    assertThat(
            answer.usage().cost().map(Usd::toDollars).map(dollars -> dollars.stripTrailingZeros()))
        .isEqualTo(
            java.util.Optional.ofNullable(cost)
                .map(java.math.BigDecimal::new)
                .map(java.math.BigDecimal::stripTrailingZeros));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "401|-|UNAUTHORIZED|NOTHING",
        "401|<html>no</html>|UNAUTHORIZED|NOTHING",
        "402|{\"error\":{\"message\":\"Insufficient Balance\"}}|NO_CREDIT|NOTHING",
        "403|{\"error\":{\"message\":\"flagged before it reached the model\"}}|CONTENT_FILTER|NOTHING",
        "403|{\"error\":{\"message\":\"Country, region, or territory not supported\"}}|REFUSED|NOTHING",
        "403|{\"error\":{\"message\":\"Your API key lacks permission\"}}|UNAUTHORIZED|NOTHING",
        "404|no such page|MODEL_GONE|NOTHING",
        "413|-|TOO_LONG|NOTHING",
        "429|easy now|RATE_LIMITED|NOTHING",
        "429|{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"nothing left\"}}|NO_CREDIT|NOTHING",
        "429|{\"error\":{\"message\":\"You exceeded your current quota, please check your plan and billing details\"}}|NO_CREDIT|NOTHING",
        "400|{\"error\":{\"message\":\"Your credit balance is too low\"}}|NO_CREDIT|NOTHING",
        "400|{\"error\":{\"message\":\"x\",\"code\":\"context_length_exceeded\"}}|TOO_LONG|NOTHING",
        "400|{\"error\":{\"message\":\"the model `gpt-9` does not exist\"}}|MODEL_GONE|NOTHING",
        "400|{\"error\":{\"message\":\"pelican field is wrong\"}}|REFUSED|NOTHING",
        "500|-|UNAVAILABLE|NOTHING",
        "502|<html><body><h1>Upstream is away</h1></body></html>|UNAVAILABLE|NOTHING",
        "503|-|UNAVAILABLE|NOTHING",
        "529|{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}|UNAVAILABLE|NOTHING",
        "408|-|TIMEOUT|UNKNOWN",
        "504|-|TIMEOUT|UNKNOWN",
        "524|<html>a timeout occurred</html>|TIMEOUT|UNKNOWN",
        "499|-|TIMEOUT|UNKNOWN",
        "301|-|REFUSED|NOTHING",
        "307|-|REFUSED|NOTHING",
        "418|{|REFUSED|NOTHING"
      })
  void kindFollowsFromTheStatusAndItsWords(
      int status, String body, FailureKind kind, Charge charge) {
    Failed failed = failed(status, body == null ? "" : body);

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.charge()).isEqualTo(charge);
    assertThat(failed.message())
        .contains(Integer.toString(status))
        .doesNotContain("<", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "   ",
        "[]",
        "{}",
        "7",
        "\"text\"",
        "{\"choices\":null}",
        "{\"choices\":[]}",
        "{\"choices\":{}}",
        "{\"choices\":[null]}",
        "<html>Welcome</html>",
        "{\"choices\":[{\"message\":",
        "data: {\"choices\":",
        ": keep-alive\n\n"
      })
  void successWithoutAnAnswerFailsAtUnknownCost(String body) {
    Failed failed = failed(200, body);

    assertThat(failed.kind())
        .isIn(FailureKind.MALFORMED, FailureKind.EMPTY, FailureKind.DISCONNECTED);
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @Test
  void deepNestingIsNotAnAnswer() {
    assertThat(failed(200, "[".repeat(200_000)).kind()).isEqualTo(FailureKind.MALFORMED);
    assertThat(failed(500, "{\"error\":".repeat(200_000)).kind())
        .isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void errorInTheBodyOfASuccessKeepsItsBill() {
    Failed failed =
        failed(
            200,
            """
            {"error":{"code":502,"message":"gone"},"choices":[],
             "usage":{"prompt_tokens":4000,"completion_tokens":3000,"cost":0.05}}""");

    assertThat(failed.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failed.charge()).isEqualTo(Charge.AS_REPORTED);
    assertThat(failed.usage().cost()).contains(Usd.of("0.05"));
  }

  @Test
  void errorInsideTheChoiceIsAnError() {
    Failed failed =
        failed(
            200,
            "{\"choices\":[{\"message\":{\"content\":\"Mercury, Ven\"},\"finish_reason\":\"error\",\"error\":{\"code\":502,\"message\":\"upstream died\"}}]}");

    assertThat(failed.kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(failed.message()).contains("upstream died");
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"error\":{\"code\":400,\"message\":\"pelican unknown\"}}]|pelican unknown",
        "{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"pelican unknown\"}]}|body.x: pelican unknown",
        "{\"detail\":\"pelican unknown\"}|pelican unknown",
        "{\"error\":\"pelican unknown\"}|pelican unknown",
        "{\"object\":\"error\",\"message\":\"pelican unknown\"}|pelican unknown",
        "\"pelican unknown\"|pelican unknown",
        "pelican unknown|pelican unknown",
        "<html><head><title>400</title><style>p{}</style></head><body><p>pelican <b>unknown</b></p></body></html>|pelican unknown",
        "{\"error\":{\"message\":\"Provider returned error\",\"metadata\":{\"raw\":\"{\\\"error\\\":{\\\"message\\\":\\\"pelican unknown\\\"}}\"}}}|pelican unknown"
      })
  void messageIsFoundWhereverItIs(String body, String message) {
    assertThat(failed(422, body).message()).endsWith(message);
  }

  @Test
  void keysAreMaskedInMessagesAndAnswersButNotInsideWords() {
    assertThat(
            failed(400, "{\"error\":\"" + KEY + " has nonexistent scope, none left\"}").message())
        .isEqualTo("the provider answered 400: *** has nonexistent scope, *** left");
    assertThat(
            answered("{\"choices\":[{\"message\":{\"content\":\"say %s\"}}]}".formatted(KEY))
                .text())
        .isEqualTo("say ***");
  }

  @Test
  void halfCharactersAreReplacedAndMessagesAreCutBetweenCharacters() {
    String message = failed(422, "x".repeat(299) + "\uD83D\uDE00".repeat(20)).message();

    assertThat(message.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
    assertThat(answered("{\"choices\":[{\"message\":{\"content\":\"a\\ud83d b\"}}]}").text())
        .isEqualTo("a\uFFFD b");
  }

  @Test
  void streamIsReadLikeAWholeAnswer() {
    Answered answer =
        answered(
            """
            : OPENROUTER PROCESSING

            event: message
            data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

            data: {"choices":[{"index":0,"delta":{"reasoning":"small "}}]}

            data: {"choices":[{"index":0,"delta":{"reasoning":"ones"}}]}

            data: {"choices":[{"index":0,"delta":{"content":"2, 3"}}]}

            data: {"choices":[{"index":1,"delta":{"content":"another choice"}}]}

            data: {"choices":[{"index":0,"delta":{"content":", 5"},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":5,"completion_tokens":4,"total_tokens":9}}

            data: [DONE]
            """);

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.thinking()).isEqualTo("small ones");
    assertThat(answer.whole()).isEqualTo(Whole.YES);
    assertThat(answer.usage().prompt()).hasValue(5);
    assertThat(answer.usage().completion()).hasValue(4);
  }

  @Test
  void streamThatEndsWithoutItsEndKeepsWhatCame() {
    Failed failed =
        failed(200, "data: {\"choices\":[{\"delta\":{\"content\":\"Mercury, Ven\"}}]}\n\n");

    assertThat(failed.kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(failed.partial()).isEqualTo("Mercury, Ven");
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @Test
  void errorInTheMiddleOfAStreamFailsTheCall() {
    Failed failed =
        failed(
            200,
            "data: {\"choices\":[{\"delta\":{\"content\":\"Mercury\"}}]}\n\nevent: error\ndata: {\"error\":{\"message\":\"overloaded\",\"code\":529}}\n\n");

    assertThat(failed.message()).contains("529: overloaded");
    assertThat(failed.partial()).isEqualTo("Mercury");
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after,3,3000",
    "retry-after,1.5,1500",
    "Retry-After,0,0",
    "retry-after-ms,4000,4000",
    "retry-after,'Tue, 01 Sep 2026 00:00:07 GMT',7000",
    "retry-after,'Tue, 01 Sep 2020 00:00:00 GMT',0",
    "retry-after,1e300,86400000",
    "retry-after,999999999999,86400000"
  })
  void retryAfterIsReadAndBounded(String header, String value, long millis) {
    assertThat(limited(header, value).retryAfter()).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1e17", "-5", "NaN", "soon", ""})
  void retryAfterThatCannotBeIsNone(String value) {
    assertThat(limited("retry-after", value).retryAfter()).isEmpty();
  }

  private Failed limited(String header, String value) {
    return (Failed)
        reader.read(
            new ProviderResponse(
                429, Map.of(header, List.of(value)), InputStream.nullInputStream()),
            SENT);
  }

  private Answered answered(String body) {
    return (Answered) reader.read(ProviderResponse.of(200, body), SENT);
  }

  private Failed failed(int status, String body) {
    return (Failed) reader.read(ProviderResponse.of(status, body), SENT);
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
