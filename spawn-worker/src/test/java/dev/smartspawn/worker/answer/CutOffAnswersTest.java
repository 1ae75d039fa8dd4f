package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that end too early, and answers of which only the connection does. */
class CutOffAnswersTest {

  private static final SentRequest SENT =
      new SentRequest(4096, "max_tokens", true, true, Set.of("max_tokens", "stream"));

  private static ProviderAnswer read(InputStream body) {
    return new AnswerReader(new KeyMask(List.of()), Clock.systemUTC())
        .read(new ProviderResponse(200, Map.of(), body), SENT);
  }

  private static ProviderAnswer read(String body) {
    return read(bytes(body));
  }

  private static InputStream bytes(String body) {
    return new ByteArrayInputStream(body.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Ends as a connection does that breaks, or that nothing more comes on. */
  private static ProviderAnswer broken(String body, IOException end) {
    return read(
        new SequenceInputStream(
            bytes(body),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw end;
              }
            }));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"2, 3~2, 3",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3\\~2, 3",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3\\u00~2, 3",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3\",\"role~2, 3",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3\"},\"index\":0,~2, 3",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"2, 3~2, 3",
        "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"2, \"}]}}]},{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"3~2, 3",
        "[{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"2, \"}]}}]},{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"3\"}]}}]}]~2, 3",
        "{\"message\":{\"content\":\"2, \"},\"done\":false}\\n{\"message\":{\"content\":\"3\"},\"done\":false}\\n{\"mess~2, 3",
        "{\"message\":{\"content\":\"2, 3\"},\"done\":false}~2, 3",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, \"}}]}\\ndata: {\"choices\":[{\"delta\":{\"content\":\"3\"}}]}\\ndata: {\"cho~2, 3",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3\"},\"finish_reason\":\"null\"}]}\\n\\n~2, 3",
        "data: {\"type\":\"response.output_text.delta\",\"delta\":\"2, 3\"}\\n\\n~2, 3",
        "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"text_delta\",\"text\":\"2, 3\"}}\\n\\n~2, 3"
      })
  void beginningIsKept(String body, String beginning) {
    Failed failed = (Failed) read(body);

    assertThat(failed.kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(failed.partial()).isEqualTo(beginning);
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  /** The text was there, and only figures are missing: none of them is believed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":2",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6,\"cost\":0.",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"compl"
      })
  void answerThatLostItsFiguresIsWhole(String body) {
    Answered answer = (Answered) read(body);

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.usage().prompt()).isEqualTo(OptionalLong.empty());
    assertThat(answer.usage().completion()).isEqualTo(OptionalLong.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}\\n\\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"}}]}\\n\\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}\\n\\ndata: [DONE]\\n\\n",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}",
        "{\"message\":{\"content\":\"2, 3, 5\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":20,\"eval_count\":6}\\n"
      })
  void answerWhoseEndCameIsWholeThoughItsConnectionBreaks(String body) {
    for (IOException end :
        List.of(new IOException("unexpected end"), new SocketTimeoutException("silence"))) {
      Answered answer = (Answered) broken(body, end);

      assertThat(answer.text()).isEqualTo("2, 3, 5");
      assertThat(answer.usage().completion()).hasValue(6);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3\"}}]}\\n\\n",
        "{\"choices\":[{\"message\":{\"content\":\"2, 3",
        "{\"message\":{\"content\":\"2, 3\"},\"done\":false}\\n"
      })
  void answerWithoutItsEndIsNot(String body) {
    assertThat(((Failed) broken(body, new IOException("unexpected end"))).kind())
        .isEqualTo(FailureKind.DISCONNECTED);
    assertThat(((Failed) broken(body, new SocketTimeoutException("silence"))).kind())
        .isEqualTo(FailureKind.TIMEOUT);
  }

  @Test
  void figuresBehindTheEndCount() {
    Answered answer =
        (Answered)
            read(
                "data: {\"choices\":[{\"delta\":{\"content\":\"2, 3, 5\"},\"finish_reason\":\"stop\"}]}\\n\\ndata: [DONE]\\n\\ndata: {\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6,\"cost\":0.005}}\\n\\ndata: {\"choices\":[{\"delta\":{\"content\":\" and more\"}}]}\\n\\n");

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.usage().prompt()).hasValue(20);
    assertThat(answer.usage().cost().orElseThrow().toDollars()).isEqualByComparingTo("0.005");
  }
}
