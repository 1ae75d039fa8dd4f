package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.RawChatServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that gateways compress, under right labels and wrong ones. */
class CompressedAnswersTest {

  private static final String TEXT = "2, 3, 5 \u00e9\u4f60";
  private static final String WHOLE =
      """
      {"choices":[{"index":0,"finish_reason":"stop","message":{"content":"%s"}}],
       "usage":{"prompt_tokens":10,"completion_tokens":20}}
      """
          .formatted(TEXT);
  private static final String STREAM =
      """
      data: {"choices":[{"index":0,"delta":{"content":"%s"}}]}

      data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

      data: {"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":20}}

      data: [DONE]

      """
          .formatted(TEXT);

  private enum Packing {
    NONE,
    GZIP,
    ZLIB,
    BARE_DEFLATE;

    byte[] pack(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = over(bytes)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return bytes.toByteArray();
    }

    private OutputStream over(OutputStream bytes) throws IOException {
      return switch (this) {
        case NONE -> bytes;
        case GZIP -> new GZIPOutputStream(bytes);
        case ZLIB -> new DeflaterOutputStream(bytes);
        case BARE_DEFLATE -> new DeflaterOutputStream(bytes, new Deflater(9, true));
      };
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, identity",
    "NONE, gzip",
    "NONE, deflate",
    "NONE, br",
    "GZIP, gzip",
    "GZIP, x-gzip",
    "GZIP, deflate",
    "GZIP, identity",
    "GZIP, ''",
    "ZLIB, deflate",
    "ZLIB, gzip",
    "ZLIB, ''",
    "BARE_DEFLATE, deflate",
    "BARE_DEFLATE, Deflate",
  })
  void answerIsReadWhateverTheLabelSays(Packing packing, String label) throws IOException {
    for (String body : List.of(WHOLE, STREAM)) {
      assertThat(answer(packing.pack(body), label))
          .isInstanceOfSatisfying(
              Answered.class,
              answered -> {
                assertThat(answered.text()).isEqualTo(TEXT);
                assertThat(answered.usage().completion()).hasValue(20);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"GZIP, gzip, 1", "GZIP, gzip, 12", "ZLIB, deflate, 1", "GZIP, '', 20"})
  void bodyThatBreaksOffIsNoEndOfTheJob(Packing packing, String label, int kept)
      throws IOException {
    byte[] packed = packing.pack(WHOLE);

    assertThat(answer(Arrays.copyOf(packed, kept), label)).isInstanceOf(Failed.class);
  }

  private static ProviderAnswer answer(byte[] body, String label) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(
                body.length, label.isEmpty() ? "" : "Content-Encoding: %s\r\n".formatted(label));
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    response.writeBytes(body);
    try (RawChatServer server =
            new RawChatServer(request -> new RawChatServer.Reply(response.toByteArray(), true));
        HttpChatApi api = new HttpChatApi(List.of(), Clock.systemUTC())) {
      Provider provider =
          Provider.openRouter(server.baseUrl(), Optional.of("sk-key"), "OPENROUTER_API_KEY");
      return api.complete(
          new ModelCall(
              new ModelRoute(provider, CanonicalId.of("maker/model"), "model"),
              Prompt.ofUser("Name three primes."),
              99,
              Prompt.Reply.TEXT,
              Duration.ofSeconds(20),
              new RequestId("from-a-test"),
              close -> () -> {}));
    }
  }
}
