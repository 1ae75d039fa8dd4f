package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the bytes and the connection show of an answer. */
class AnswersOnTheWireTest {

  private static final String JSON =
      "{\"choices\":[{\"message\":{\"content\":\"caf\u00e9\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}";
  private static final String STREAM =
      "data: {\"choices\":[{\"delta\":{\"content\":\"caf\u00e9\"},\"finish_reason\":\"stop\"}]}\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":6}}\n\n";

  private static ProviderAnswer ask(Reply reply) throws IOException {
    try (RawChatServer server = new RawChatServer(request -> reply);
        HttpChatApi api = new HttpChatApi(List.of(), Clock.systemUTC())) {
      Provider provider =
          Provider.openRouter(server.baseUrl(), Optional.of("sk-key"), "OPENROUTER_API_KEY");
      return api.complete(
          new ModelCall(
              new ModelRoute(provider, CanonicalId.of("maker/model"), "maker/model"),
              Prompt.of("be brief", "Name a drink."),
              123,
              Prompt.Reply.TEXT,
              Duration.ofSeconds(20),
              new RequestId("from-a-test"),
              close -> () -> {}));
    }
  }

  private static Reply reply(String head, byte[] body, boolean closes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(("HTTP/1.1 200 OK\r\n" + head + "\r\n").getBytes(StandardCharsets.UTF_8));
    bytes.write(body);
    return new Reply(bytes.toByteArray(), closes);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16, application/json; charset=utf-16",
    "UTF-16LE, application/json",
    "ISO-8859-1, application/json; charset=ISO-8859-1",
    "UTF-8, text/plain; charset=ISO-8859-1"
  })
  void answerIsReadInItsEncoding(String charset, String type) throws IOException {
    byte[] body = JSON.getBytes(Charset.forName(charset));

    Answered answer =
        (Answered)
            ask(
                reply(
                    "Content-Type: %s\r\nContent-Length: %d\r\n".formatted(type, body.length),
                    body,
                    true));

    assertThat(answer.text()).isEqualTo("caf\u00e9");
    assertThat(answer.usage().completion()).hasValue(6);
  }

  @Test
  void lengthThatIsTooSmallCutsTheAnswer() throws IOException {
    Failed failed =
        (Failed)
            ask(
                reply(
                    "Content-Type: application/json\r\nContent-Length: 40\r\n",
                    JSON.getBytes(StandardCharsets.UTF_8),
                    true));

    assertThat(failed.kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(failed.partial()).isEqualTo("caf\u00e9");
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @Test
  void lengthThatIsTooLargeDoesNot() throws IOException {
    Answered answer =
        (Answered)
            ask(
                reply(
                    "Content-Type: application/json\r\nContent-Length: 9999\r\n",
                    JSON.getBytes(StandardCharsets.UTF_8),
                    true));

    assertThat(answer.text()).isEqualTo("caf\u00e9");
    assertThat(answer.usage().completion()).hasValue(6);
  }

  @ParameterizedTest
  @CsvSource({"true, 5", "false, 15"})
  void serverThatKeepsItsConnectionOpenIsNotWaitedFor(boolean marked, int seconds)
      throws IOException {
    String body = STREAM + (marked ? "data: [DONE]\n\n" : "");
    long start = System.nanoTime();

    Answered answer =
        (Answered)
            ask(
                reply(
                    "Content-Type: text/event-stream\r\n",
                    body.getBytes(StandardCharsets.UTF_8),
                    false));

    assertThat(answer.text()).isEqualTo("caf\u00e9");
    assertThat(answer.usage().completion()).hasValue(6);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(seconds));
  }

  /** Nobody knows what such an answer says: it was paid for, perhaps. */
  @Test
  void headersBeyondAllBoundsLoseTheAnswer() throws IOException {
    Failed failed =
        (Failed)
            ask(
                reply(
                    "Content-Type: application/json\r\nContent-Length: %d\r\nX-Long: %s\r\n"
                        .formatted(
                            JSON.getBytes(StandardCharsets.UTF_8).length, "x".repeat(300 * 1024)),
                    JSON.getBytes(StandardCharsets.UTF_8),
                    true));

    assertThat(failed.kind()).isEqualTo(FailureKind.DISCONNECTED);
    assertThat(failed.charge()).isEqualTo(Charge.UNKNOWN);
  }
}
