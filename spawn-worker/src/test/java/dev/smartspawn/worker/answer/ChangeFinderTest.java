package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What to change after a refusal, by the words that servers use. */
class ChangeFinderTest {

  private static final SentRequest SENT =
      new SentRequest(
          4096,
          "max_tokens",
          true,
          true,
          Set.of("max_tokens", "stream", "stream_options", "response_format", "temperature"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8192 tokens to write do not fit: the window holds 8192 and the prompt has 5200|2992",
        "4096 tokens to write do not fit: the window holds 8192 and the prompt has 5200|2992",
        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (4904 in the messages, 4096 in the completion).|3288",
        "This model's maximum context length is 8,192 tokens. However, you requested 9,000 tokens.|3288",
        "maximum context length is 131072 tokens, prompt has 130000, max_tokens 4096|1072"
      })
  void roomThatTheWindowLeavesIsFound(String message, int room) {
    assertThat(ChangeFinder.find(error(message), SENT)).contains(new RequestChange.RoomLeft(room));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17596 tokens are asked for, the window holds 8192",
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 13500 tokens.",
        "prompt is too long: 210000 tokens > 200000 maximum"
      })
  void promptThatDoesNotFitIsNotSentAgain(String message) {
    assertThat(ChangeFinder.find(error(message), SENT)).isEmpty();
    assertThat(ChangeFinder.isAboutWindow(error(message))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asked to write 4096 for max_tokens, 2048 is the most|2048",
        "max_tokens is too large: 4096. This model supports at most 2048 completion tokens, whereas you provided 4096.|2048",
        "max_tokens: 4096 > 1024, which is the maximum allowed number of output tokens|1024"
      })
  void limitOfTheOutputIsFound(String message, int limit) {
    assertThat(ChangeFinder.find(error(message), SENT))
        .contains(new RequestChange.FewerTokens(limit));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'max_tokens' is not for this model, 'max_completion_tokens' is",
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
      })
  void otherNameOfTheLimitIsFound(String message) {
    assertThat(ChangeFinder.find(error(message), SENT))
        .contains(new RequestChange.TokensParameter("max_completion_tokens"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role system: not in this template",
        "System role not supported",
        "Developer instruction is not enabled for models/gemma-3-27b-it",
        "messages[0].role 'system' is not one of user, assistant",
        "Conversation roles must alternate user/assistant/user/assistant/...",
        "Only user and assistant roles are supported!"
      })
  void missingSystemRoleIsFound(String message) {
    assertThat(ChangeFinder.find(error(message), SENT))
        .contains(new RequestChange.SystemRoleAsUser());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unrecognized request argument supplied: stream_options|stream_options",
        "temperature is deprecated for this model|temperature",
        "response_format is not supported|response_format",
        "No endpoints found that support response_format: it is unsupported|response_format"
      })
  void parameterThatIsNotTakenIsFound(String message, String parameter) {
    assertThat(ChangeFinder.find(error(message), SENT))
        .contains(new RequestChange.WithoutParameter(parameter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream is not supported by this model", "streaming is not supported"})
  void streamThatIsNotTakenIsFound(String message) {
    assertThat(ChangeFinder.find(error(message), SENT))
        .contains(new RequestChange.Streaming(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"this model only supports streaming", "parameter stream must be set to true"})
  void streamThatIsRequiredIsFound(String message) {
    SentRequest whole = new SentRequest(4096, "max_tokens", false, false, Set.of("max_tokens"));

    assertThat(ChangeFinder.find(error(message), whole))
        .contains(new RequestChange.Streaming(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pelican field unknown", "", "internal error 500", "bad request 17"})
  void anyOtherRefusalChangesNothing(String message) {
    assertThat(ChangeFinder.find(error(message), SENT)).isEmpty();
  }

  private static ErrorText error(String message) {
    return new ErrorText(message, "", 400, "");
  }
}
