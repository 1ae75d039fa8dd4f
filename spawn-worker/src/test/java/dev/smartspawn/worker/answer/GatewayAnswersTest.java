package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Further shapes that users of gateways and local servers reported, with figures of our own. */
class GatewayAnswersTest {

  private static final SentRequest SENT =
      new SentRequest(
          4096,
          "max_tokens",
          true,
          true,
          Set.of("max_tokens", "stream", "stream_options", "response_format"));

  private static ProviderAnswer read(int status, String body) {
    return new AnswerReader(new KeyMask(List.of()), Clock.systemUTC())
        .read(ProviderResponse.of(status, body.replace("\\n", "\n").replace("\\r", "\r")), SENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "400~{\"object\":\"error\",\"message\":\"This model's maximum context length is 6048 tokens. However, you requested 6616 tokens (2520 in the messages, 4096 in the completion).\",\"code\":400}~ANOTHER_FORM",
        "400~{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens. However, your messages resulted in 204308 tokens.\",\"param\":\"messages\"}}~TOO_LONG",
        "400~{\"error\":\"Trying to keep the first 111490 tokens when context the overflows. However, the model is loaded with context length of only 32768 tokens, which is not enough.\"}~TOO_LONG",
        "422~{\"error\":\"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens\",\"error_type\":\"validation\"}~TOO_LONG",
        "400~{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size, try increasing it\",\"type\":\"exceed_context_size_error\",\"n_prompt_tokens\":9000,\"n_ctx\":4096}}~TOO_LONG",
        "400~{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"prompt is too long: 210000 tokens > 200000 maximum\"}}~TOO_LONG",
        "400~{\"error\":{\"message\":\"Input is too long for requested model.\"}}~TOO_LONG",
        "400~{\"error\":{\"code\":400,\"message\":\"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).\",\"status\":\"INVALID_ARGUMENT\"}}~TOO_LONG",
        "400~{\"error\":{\"message\":\"Requested token count exceeds the model's maximum context length of 8192 tokens.\"}}~TOO_LONG",
        "429~{\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Category: exceeded_current_quota_error. Your account is suspended due to insufficient balance, please recharge your account\"}}~NO_CREDIT",
        "400~{\"code\":\"Arrearage\",\"message\":\"Access denied, please make sure your account is in good standing.\"}~NO_CREDIT",
        "403~{\"code\":30001,\"message\":\"Sorry, your account balance is insufficient\",\"data\":null}~NO_CREDIT",
        "400~{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"Your credit balance is too low to access the API. Please go to Plans & Billing to upgrade or purchase credits.\"}}~NO_CREDIT",
        "402~{\"error\":{\"message\":\"You have exceeded your monthly included credits for Inference Providers.\"}}~NO_CREDIT",
        "403~{\"error\":\"Your newly created team doesn't have any credits yet. You can purchase credits at the console.\"}~NO_CREDIT",
        "503~{\"error\":{\"message\":\"Service unavailable. The model is overloaded. Please try again later.\",\"status\":\"UNAVAILABLE\"}}~UNAVAILABLE",
        "500~{\"error\":{\"message\":\"Worker local total request limit reached (33/32)\"}}~UNAVAILABLE",
        "520~<html>unknown error</html>~TIMEOUT",
        "521~<html>web server is down</html>~UNAVAILABLE",
        "530~error code: 1033~UNAVAILABLE",
        "418~{\"message\":\"busy\"}~REFUSED",
        "405~Method Not Allowed~REFUSED",
        "404~{\"error\":{\"message\":\"No endpoints found matching your data policy\",\"code\":404}}~MODEL_GONE",
        "404~{\"error\":{\"message\":\"model 'llama9' not found, try pulling it first\",\"type\":\"api_error\"}}~MODEL_GONE",
        "400~{\"error\":{\"message\":\"gpt-9 is not a valid model ID\",\"code\":400}}~MODEL_GONE",
        "400~{\"error\":{\"message\":\"Model Not Exist\",\"type\":\"invalid_request_error\",\"code\":\"invalid_request_error\"}}~MODEL_GONE",
        "400~{\"error\":{\"message\":\"API key not valid. Please pass a valid API key.\",\"status\":\"INVALID_ARGUMENT\"}}~UNAUTHORIZED",
        "401~{\"error\":{\"message\":\"No auth credentials found\",\"code\":401}}~UNAUTHORIZED",
        "400~{\"error\":{\"message\":\"Content Exists Risk\",\"type\":\"invalid_request_error\"}}~CONTENT_FILTER",
        "400~{\"error\":{\"code\":\"1301\",\"message\":\"系统检测到输入或生成内容可能包含不安全或敏感内容\"}}~CONTENT_FILTER",
        "403~{\"error\":{\"message\":\"openai/gpt-5 requires moderation. Your input was flagged\",\"code\":403}}~CONTENT_FILTER"
      })
  void errorIsOfItsKind(int status, String body, FailureKind kind) {
    assertThat(((Failed) read(status, body)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "data: {\"error\":\"thinking_budget is not supported with speculative decoding\"}\\n\\n~UNAVAILABLE",
        "data: {\"error\":{\"message\":\"quota exceeded\"}}\\n\\ndata: [DONE]\\n\\n~UNAVAILABLE",
        "data: {\"choices\":[],\"error\":{\"message\":\"Worker request limit reached\",\"code\":502}}\\n\\n~UNAVAILABLE",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, \"}}]}\\n\\ndata: {\"error\":{\"message\":\"Overloaded\",\"code\":529}}\\n\\n~DISCONNECTED",
        "event: error\\ndata: {\"text\":\"No model spec selected\"}\\n\\n~UNAVAILABLE",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, \"}}]}\\ndata: {\"type\":\"error\",\"error\":{\"type\":\"upstream_error\",\"message\":\"stream_read_error\"}}\\n\\n~DISCONNECTED"
      })
  void errorInStreamIsNotAnAnswer(String body, FailureKind kind) {
    assertThat(((Failed) read(200, body)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ": OPENROUTER PROCESSING\\n\\ndata:{\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata:[DONE]\\n\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\r\\n\\r\\ndata: [DONE]\\r\\n\\r\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\r\\rdata: [DONE]\\r\\r",
        "\uFEFFdata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\"choices\":[\\ndata: {\"delta\":{\"content\":\"2, 3, 5\"},\\ndata: \"finish_reason\":\"stop\"}]}\\n\\n",
        "event: ping\\ndata: {\"type\":\"ping\"}\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "retry: 3000\\n\\nid: 7\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0}]}\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\\n\\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":1}}\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\"choices\":null,\"usage\":null}\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"\"}]}\\n\\ndata: [DONE]",
        "data: keep-alive\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"2, 3, 5\"}},{\"index\":1,\"delta\":{\"content\":\"no\"}}]}\\n\\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\\n\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":null,\"reasoning_details\":[{\"type\":\"reasoning.encrypted\",\"data\":\"AA\"}]}}]}\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\n"
      })
  void streamIsReadInEveryForm(String body) {
    assertThat(((Answered) read(200, body)).text()).isEqualTo("2, 3, 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>a</think><think>b</think>2, 3, 5",
        "<think\\\\n>a</think>2, 3, 5",
        "<thinking>a</thinking>\\\\n2, 3, 5",
        "<thought>a</thought>2, 3, 5",
        "<reasoning>a</reasoning>2, 3, 5",
        "</think>2, 3, 5",
        "<think>a</think><answer>2, 3, 5</answer>",
        "<thinking>a</thinking><final>2, 3, 5</final>",
        "\\u003cthink\\u003ea\\u003c/think\\u003e2, 3, 5"
      })
  void thinkingIsNotPartOfTheText(String content) {
    String body =
        "{\"choices\":[{\"message\":{\"content\":\"%s\"},\"finish_reason\":\"stop\"}]}"
            .formatted(content.replace("\\\\n", "\\u000a"));

    assertThat(((Answered) read(200, body)).text().strip()).isEqualTo("2, 3, 5");
  }
}
