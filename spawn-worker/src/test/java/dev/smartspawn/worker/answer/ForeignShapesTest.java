package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderAnswer.Whole;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in the shapes of other APIs, which gateways pass on at a chat path. */
class ForeignShapesTest {

  private static final Set<String> PARAMETERS = Set.of("max_tokens", "stream");

  private static ProviderAnswer read(int status, String body, String prompt) {
    return new AnswerReader(new KeyMask(List.of()), Clock.systemUTC())
        .read(
            ProviderResponse.of(status, body.replace("\\n", "\n")),
            new SentRequest(4096, "max_tokens", true, true, PARAMETERS, prompt));
  }

  private static Answered answered(String body) {
    return (Answered) read(200, body, "Name three primes.");
  }

  private static Failed failed(String body) {
    return (Failed) read(200, body, "Name three primes.");
  }

  private static String content(String content) {
    return "{\"choices\":[{\"message\":{\"content\":\""
        + content
        + "\"},\"finish_reason\":\"stop\"}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Anthropic's messages.
        "event: message_start\\ndata: {\"type\":\"message_start\",\"message\":{\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":20,\"output_tokens\":1}}}\\n\\nevent: content_block_start\\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\\n\\nevent: ping\\ndata: {\"type\":\"ping\"}\\n\\nevent: content_block_delta\\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"2, 3\"}}\\n\\nevent: content_block_delta\\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\", 5\"}}\\n\\nevent: message_delta\\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":6}}\\n\\nevent: message_stop\\ndata: {\"type\":\"message_stop\"}\\n\\n",
        "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"2, 3, 5\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}",
        // OpenAI's responses.
        "event: response.created\\ndata: {\"type\":\"response.created\",\"response\":{\"status\":\"in_progress\",\"output\":[],\"error\":null}}\\n\\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\"2, 3\"}\\n\\ndata: {\"type\":\"response.output_text.delta\",\"delta\":\", 5\"}\\n\\ndata: {\"type\":\"response.output_text.done\",\"text\":\"2, 3, 5\"}\\n\\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"2, 3, 5\"}]}],\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}}\\n\\n",
        "data: {\"type\":\"response.output_text.delta\",\"delta\":\"2, 3, 5\"}\\n\\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[],\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}}\\n\\n",
        "data: {\"type\":\"response.output_item.done\",\"item\":{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"2, 3, 5\"}]}}\\n\\ndata: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[],\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}}\\n\\n",
        "{\"object\":\"response\",\"status\":\"completed\",\"output\":[{\"type\":\"reasoning\",\"summary\":[]},{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"2, 3, 5\"}]}],\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}",
        // Gemini's own, as a list that grows.
        "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"2, 3\"}]}}]},\\n{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\", 5\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":20,\"candidatesTokenCount\":6,\"totalTokenCount\":26}}]",
        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"three primes\",\"thought\":true}]}}]}\\n\\ndata: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"2, 3, 5\"}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":20,\"candidatesTokenCount\":6}}\\n\\n",
        // Ollama's own.
        "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"2, 3\"},\"done\":false}\\n{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\", 5\"},\"done\":false}\\n{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":20,\"eval_count\":6}\\n",
        "{\"response\":\"2, 3, 5\",\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":20,\"eval_count\":6}",
        // llama.cpp's own.
        "data: {\"content\":\"2, 3\",\"stop\":false}\\n\\ndata: {\"content\":\", 5\",\"stop\":false}\\n\\ndata: {\"content\":\"\",\"stop\":true,\"stop_type\":\"eos\",\"tokens_evaluated\":20,\"tokens_predicted\":6}\\n\\n",
        // Text generation inference.
        "data:{\"token\":{\"id\":1,\"text\":\"2, 3\",\"special\":false},\"generated_text\":null}\\n\\ndata:{\"token\":{\"id\":2,\"text\":\", 5\",\"special\":false},\"generated_text\":null}\\n\\ndata:{\"token\":{\"id\":3,\"text\":\"</s>\",\"special\":true},\"generated_text\":\"2, 3, 5\",\"details\":{\"finish_reason\":\"eos_token\",\"generated_tokens\":6},\"usage\":{\"prompt_tokens\":20}}\\n\\n",
        // Cohere's two.
        "data: {\"type\":\"message-start\",\"delta\":{\"message\":{\"role\":\"assistant\"}}}\\n\\ndata: {\"type\":\"content-delta\",\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":\"2, 3, 5\"}}}}\\n\\ndata: {\"type\":\"message-end\",\"delta\":{\"finish_reason\":\"COMPLETE\",\"usage\":{\"tokens\":{\"input_tokens\":20,\"output_tokens\":6}}}}\\n\\n",
        "{\"message\":{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"2, 3, 5\"}]},\"finish_reason\":\"COMPLETE\",\"usage\":{\"billed_units\":{\"input_tokens\":4,\"output_tokens\":6},\"tokens\":{\"input_tokens\":20,\"output_tokens\":6}}}",
        "{\"text\":\"2, 3, 5\",\"finish_reason\":\"COMPLETE\",\"meta\":{\"tokens\":{\"input_tokens\":20,\"output_tokens\":6}}}",
        // Amazon's.
        "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"reasoningContent\":{\"reasoningText\":{\"text\":\"hm\"}}},{\"text\":\"2, 3, 5\"}]}},\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":20,\"outputTokens\":6,\"totalTokens\":26}}",
        "{\"generation\":\"2, 3, 5\",\"stop_reason\":\"stop\",\"prompt_token_count\":20,\"generation_token_count\":6}",
        // Others.
        "{\"output\":{\"text\":\"2, 3, 5\",\"finish_reason\":\"stop\"},\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}",
        "{\"results\":[{\"generated_text\":\"2, 3, 5\",\"stop_reason\":\"eos_token\"}],\"usage\":{\"input_tokens\":20,\"output_tokens\":6}}",
        "{\"result\":\"2, 3, 5\",\"is_end\":true,\"finish_reason\":\"normal\",\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}",
        "data: {\"response\":\"2, 3\"}\\n\\ndata: {\"response\":\", 5\"}\\n\\ndata: {\"response\":\"\",\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}\\n\\ndata: [DONE]\\n\\n"
      })
  void answerAndItsFiguresAreFound(String body) {
    Answered answer = answered(body);

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.usage().prompt()).hasValue(20);
    assertThat(answer.usage().completion()).hasValue(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Copilot's split of one answer into two choices.
        "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[]},\"finish_reason\":\"stop\"},{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"\"},\"finish_reason\":\"stop\"},{\"index\":1,\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"},{\"message\":{\"content\":\"7, 11, 13\"},\"finish_reason\":\"stop\"}]}",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"}}]}\\n\\ndata: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\\n\\n",
        // Empty errors beside an answer.
        "{\"error\":{\"message\":\"\",\"type\":\"\",\"param\":null,\"code\":null},\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"error\":{\"code\":0,\"message\":\"success\"},\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"error\":\"none\",\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        // A gateway's error after the answer's own end.
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata: {\"error\":{\"message\":\"could not write the log\",\"code\":500}}\\n\\n",
        // Lines as gateways write them.
        "data: data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata: data: [DONE]\\n\\n",
        "data: : OPENROUTER PROCESSING\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\\n  \"choices\": [\\n    {\"delta\": {\"content\": \"2, 3, 5\"}, \"finish_reason\": \"stop\"}\\n  ]\\n}\\n\\ndata: [DONE]\\n\\n",
        "data: \"{\\\"choices\\\":[{\\\"delta\\\":{\\\"content\\\":\\\"2, 3, 5\\\"},\\\"finish_reason\\\":\\\"stop\\\"}]}\"\\n\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"}}]}\\n\\ndata: \"[DONE]\"\\n\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"}}]}\\n\\nevent: done\\ndata: {}\\n\\n",
        "{\"choices\":[{\"delta\":{\"content\":\"2, 3\"}}]}\\n{\"choices\":[{\"delta\":{\"content\":\", 5\"}}]}\\n[DONE]\\n",
        "{\"choices\":[{\"delta\":{\"content\":\"2, 3\"}}]}\\nkeep-alive\\n{\"choices\":[{\"delta\":{\"content\":\", 5\"},\"finish_reason\":\"stop\"}]}\\n",
        // The text elsewhere in its choice.
        "data: {\"choices\":[{\"delta\":{\"text\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "{\"choices\":[{\"messages\":[{\"role\":\"tool\",\"content\":\"a page\"},{\"role\":\"assistant\",\"content\":\"2, 3, 5\"}],\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":\"\",\"reasoning_content\":\"small ones</think>2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":null,\"reasoning\":\"<think>small ones</think>2, 3, 5\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"small\",\"thought\":true},{\"type\":\"text\",\"text\":\"2, 3, 5\"}]},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}"
      })
  void answerIsFoundBesideWhatElseIsThere(String body) {
    assertThat(answered(body).text()).isEqualTo("2, 3, 5");
  }

  /** In a mode for JSON some gateways parse the answer. */
  @Test
  void answerThatWasParsedIsJsonAgain() {
    assertThat(
            answered(
                    "{\"choices\":[{\"message\":{\"content\":{\"primes\":[2,3,5]}},\"finish_reason\":\"stop\"}]}")
                .text())
        .isEqualTo("{\"primes\":[2,3,5]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<final>2, 3, 5</final>",
        "<answer>2, 3, 5</answer>",
        "<reflection>small ones</reflection>2, 3, 5",
        "<scratchpad>small ones</scratchpad> <answer>2, 3, 5</answer>",
        "<thinking>small</thinking><reflection>ones</reflection><output>2, 3, 5</output>"
      })
  void marksThatModelsAreTaughtAreNotPartOfTheAnswer(String content) {
    assertThat(answered(content(content)).text().strip()).isEqualTo("2, 3, 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Put it in <answer> tags.~<answer>5</answer>",
        "Reply in XML with the root element response.~<response>5</response>",
        "Write a <reflection> first.~<reflection>hm</reflection>5",
        "Show me a <tool_call>.~<tool_call>{}</tool_call>"
      })
  void marksThatWereAskedForStay(String prompt, String content) {
    assertThat(((Answered) read(200, content(content), prompt)).text()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<reflection>I do not know.</reflection>",
        "<answer>2</answer> or <answer>3</answer>",
        "<tool_call>{}</tool_call> and the answer is 5",
        "final"
      })
  void whatOnlyLooksLikeMarksStays(String content) {
    assertThat(answered(content(content)).text()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<tool_call>{'name':'search'}</tool_call>",
        "<tool_call>a</tool_call><tool_call>b</tool_call>",
        "[TOOL_CALLS][{'name':'search'}]",
        "<|python_tag|>search(1)",
        "<|tool_calls_section_begin|>a<|tool_calls_section_end|>"
      })
  void callOfAToolThatNobodyOfferedIsNotAnAnswer(String content) {
    Failed failed = failed(content(content));

    assertThat(failed.kind()).isEqualTo(FailureKind.EMPTY);
    assertThat(failed.usage().besidesBytes()).isEqualTo(content.length());
  }

  @Test
  void callsInTheirOwnFieldAreNotAnAnswerButArePaid() {
    Failed failed =
        failed(
            "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}");

    assertThat(failed.kind()).isEqualTo(FailureKind.EMPTY);
    assertThat(failed.usage().besidesBytes()).isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"finish_reason\":\"null\"~UNSURE",
        "\"finish_reason\":null,\"finishReason\":\"stop\"~YES",
        "\"finish_reason\":null,\"finishReason\":\"MAX_TOKENS\"~CUT",
        "\"finish_reason\":\"stop\",\"stop_reason\":\"</s>\"~YES",
        "\"finish_reason\":\"stop\",\"stop_reason\":151645~YES",
        "\"finish_reason\":\"stop\",\"native_finish_reason\":\"STOP\"~YES",
        "\"finish_reason\":\"stop\",\"native_finish_reason\":\"MAX_TOKENS\"~CUT",
        "\"finish_reason\":\"max_new_tokens\"~CUT",
        "\"finish_reason\":\"TIME_LIMIT\"~CUT",
        "\"finish_reason\":\"normal\"~YES"
      })
  void reasonHasOtherNames(String reason, Whole whole) {
    assertThat(
            answered("{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},%s}]}".formatted(reason))
                .whole())
        .isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"status\":\"error\",\"message\":\"upstream failed\"}~UNAVAILABLE",
        "{\"success\":false,\"message\":\"upstream failed\"}~UNAVAILABLE",
        "{\"object\":\"error\",\"message\":\"slow down\",\"code\":429}~RATE_LIMITED",
        "{\"error\":true,\"message\":\"Rate limit exceeded\"}~RATE_LIMITED",
        "data: {\"object\":\"error\",\"message\":\"the engine died\",\"code\":500}\\n\\ndata: [DONE]\\n\\n~UNAVAILABLE",
        "data: {\"type\":\"error\",\"message\":\"Overloaded\",\"code\":\"overloaded_error\"}\\n\\n~UNAVAILABLE",
        "data: {\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"slow down\"}}}\\n\\n~RATE_LIMITED",
        "data: {\"x_groq\":{\"error\":\"over capacity\"},\"choices\":[]}\\n\\n~UNAVAILABLE"
      })
  void failureInASuccessIsOneAndCostsNothing(String body, FailureKind kind) {
    Failed failed = failed(body);

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.charge()).isEqualTo(Charge.NOTHING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "498~{\"error\":{\"message\":\"Flex tier capacity exceeded\"}}~UNAVAILABLE",
        "424~{\"message\":\"The request failed due to an error while processing the model\"}~UNAVAILABLE",
        "420~enhance your calm~RATE_LIMITED",
        "600~~UNAVAILABLE",
        "999~~UNAVAILABLE",
        "400~{\"error\":{\"code\":\"1302\",\"type\":\"rate_limit_error\",\"message\":\"busy\"}}~RATE_LIMITED"
      })
  void rareStatusIsOfItsKind(int status, String body, FailureKind kind) {
    Failed failed = (Failed) read(status, body == null ? "" : body, "");

    assertThat(failed.kind()).isEqualTo(kind);
    assertThat(failed.charge()).isEqualTo(Charge.NOTHING);
  }

  @Test
  void encryptedThinkingIsThinking() {
    assertThat(
            answered(
                    "{\"choices\":[{\"message\":{\"content\":\"5\",\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"AA\"}]},\"finish_reason\":\"stop\"}]}")
                .usage()
                .thought())
        .isTrue();
  }
}
