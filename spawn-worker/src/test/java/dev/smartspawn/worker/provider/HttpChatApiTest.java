package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubChatApi.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpChatApiTest {

  private static final RequestId REQUEST_ID = new RequestId("from-a-test");
  private static final String KEY = "sk-secret-key";
  private static final CanonicalId MODEL = CanonicalId.of("maker/model");
  private static final Prompt PROMPT = Prompt.of("be brief", "Name three primes.");

  private final StubChatApi stub = new StubChatApi(call -> Reply.text("2, 3, 5", 11, 7));
  private final HttpChatApi api = new HttpChatApi(List.of(KEY), Clock.systemUTC());

  @AfterEach
  void stop() {
    api.close();
    stub.close();
  }

  @Test
  void sendsThePromptAndReadsTheAnswer() {
    Answered answer = (Answered) complete(route(), 123, Duration.ofSeconds(5));

    assertThat(answer.text()).isEqualTo("2, 3, 5");
    assertThat(answer.usage().prompt()).hasValue(11);
    assertThat(answer.usage().completion()).hasValue(7);
    assertThat(stub.calls())
        .containsExactly(
            new StubChatApi.Call(
                "maker/model",
                "be brief",
                "Name three primes.",
                123,
                "Bearer " + KEY,
                "from-a-test",
                List.of()));
  }

  @Test
  void reportedCostIsUsed() {
    answer(
        200,
        "{\"id\":\"i\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2,\"cost\":0.00014}}");

    assertThat(complete(route(), 9, Duration.ofSeconds(5)).usage().cost())
        .contains(Usd.of("0.00014"));
  }

  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHORIZED",
    "403,REFUSED",
    "402,NO_CREDIT",
    "400,REFUSED",
    "404,MODEL_GONE",
    "410,MODEL_GONE",
    "429,RATE_LIMITED",
    "500,UNAVAILABLE",
    "503,UNAVAILABLE",
    "408,TIMEOUT",
    "504,TIMEOUT"
  })
  void statusDeterminesTheKind(int status, FailureKind kind) {
    stub.script(call -> Reply.error(status, "no: " + KEY));

    Failed failure = failure();

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.message()).contains("answered " + status).doesNotContain(KEY);
    assertThat(stub.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"2,2000", "0.5,500"})
  void retryAfterIsRead(String header, long millis) {
    stub.script(call -> Reply.raw(429, "{}", Map.of("Retry-After", header)));

    assertThat(failure().retryAfter()).contains(Duration.ofMillis(millis));
  }

  @Test
  void retryAfterMayBeADate() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().plusSeconds(60).atZone(ZoneOffset.UTC));
    stub.script(call -> Reply.raw(503, "{}", Map.of("Retry-After", date)));

    assertThat(failure().retryAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json|MALFORMED",
        "{}|MALFORMED",
        "{\"choices\":[]}|MALFORMED",
        "{\"error\":{\"code\":502,\"message\":\"upstream\"}}|UNAVAILABLE",
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\""
            + " \"}}]}|EMPTY",
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"length\",\"message\":{\"role\":\"assistant\",\"content\":null}}]}|LIMIT_TOO_LOW",
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"content_filter\",\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}|CONTENT_FILTER",
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"error\",\"message\":{\"role\":\"assistant\",\"content\":\"x\"}}]}|DISCONNECTED"
      },
      quoteCharacter = '`')
  void unusableAnswersAreFailures(String body, FailureKind kind) {
    answer(200, body);

    assertThat(failure().kind()).isEqualTo(kind);
  }

  @Test
  void costOfAnEmptyAnswerIsUnknownUnlessReported() {
    String empty =
        "\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"\"}}]";
    answer(200, "{" + empty + "}");
    assertThat(failure().charge()).isEqualTo(Charge.UNKNOWN);

    answer(
        200,
        "{"
            + empty
            + ",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":0,\"total_tokens\":1}}");
    assertThat(failure().charge()).isEqualTo(Charge.AS_REPORTED);
  }

  @Test
  void answerThatReachedTheTokenLimitIsCut() {
    answer(
        200,
        "{\"choices\":[{\"index\":0,\"finish_reason\":\"length\",\"message\":{\"role\":\"assistant\",\"content\":\"2, 3\"}}]}");

    assertThat(((Answered) complete(route(), 9, Duration.ofSeconds(5))).whole())
        .isEqualTo(ProviderAnswer.Whole.CUT);
  }

  @Test
  void silenceIsATimeout() {
    stub.script(call -> Reply.text("late").after(3000));

    Failed failure = (Failed) complete(route(), 9, Duration.ofMillis(300));

    assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
    assertThat(failure.charge()).isEqualTo(Charge.UNKNOWN);
  }

  @Test
  void answerThatBreaksOffHasAnUnknownCost() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> breakOff(server));
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
      Provider breaking = Provider.openRouter(address, Optional.of(KEY), "K");

      Failed failure =
          (Failed) complete(new ModelRoute(breaking, MODEL, "m"), 9, Duration.ofSeconds(5));

      assertThat(failure.charge()).isEqualTo(Charge.UNKNOWN);
      assertThat(failure.message())
          .doesNotContain(KEY)
          .doesNotContainPattern("[A-Z]\\w*(Exception|Error)")
          .doesNotContain("okio", "java.");
    }
  }

  @Test
  void redirectToItselfIsOneRequest() {
    stub.script(
        call -> Reply.raw(307, "", Map.of("Location", stub.baseUrl() + "/chat/completions")));

    assertThat(failure().kind()).isEqualTo(FailureKind.REFUSED);
    assertThat(stub.calls()).hasSize(1);
  }

  /** As servers do once a connection has been idle for some seconds. */
  @Test
  void connectionThatTheServerHasClosedIsNotUsedAgain() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> closeAfterEach(server));
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
      ModelRoute route =
          new ModelRoute(Provider.openRouter(address, Optional.of(KEY), "K"), MODEL, "m");

      for (int i = 0; i < 5; i++) {
        assertThat(complete(route, 9, Duration.ofSeconds(5))).isInstanceOf(Answered.class);
        Thread.sleep(100);
      }
    }
  }

  @Test
  void keyThatTheModelRepeatsIsMasked() {
    stub.script(call -> Reply.text("your key is " + KEY));

    assertThat(((Answered) complete(route(), 9, Duration.ofSeconds(5))).text())
        .isEqualTo("your key is ***");
  }

  @Test
  void tokenLimitIsSentUnderTheProvidersParameterName() {
    Provider openAi =
        new Provider(
            "openai",
            "openai/",
            URI.create(stub.baseUrl()),
            Optional.of(KEY),
            "OPENAI_API_KEY",
            "max_completion_tokens",
            Dialect.usual(),
            DataPolicy.UNKNOWN,
            Map.of());

    ProviderAnswer unused =
        complete(new ModelRoute(openAi, MODEL, "m"), 123, Duration.ofSeconds(5));

    assertThat(stub.calls().get(0).maxTokens()).isZero();
  }

  @Test
  void unreachableProviderCostsNothing() {
    Provider unreachable =
        Provider.openRouter(URI.create("http://127.0.0.1:1/v1"), Optional.of(KEY), "K");

    Failed failure =
        (Failed) complete(new ModelRoute(unreachable, MODEL, "m"), 9, Duration.ofSeconds(2));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
    assertThat(failure.message())
        .isEqualTo("the provider cannot be reached: the connection is refused");
    assertThat(failure.charge()).isEqualTo(Charge.NOTHING);
  }

  /** Answers as if to keep the connection open, and closes it a little later. */
  private static void closeAfterEach(ServerSocket server) {
    String body = "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"x\"}}]}";
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        int unused = socket.getInputStream().read(new byte[8192]);
        socket
            .getOutputStream()
            .write(
                ("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body))
                    .getBytes(StandardCharsets.UTF_8));
        Thread.sleep(50);
      } catch (IOException e) {
        return; // closed
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Sends less than the announced length. */
  private static void breakOff(ServerSocket server) {
    try (Socket socket = server.accept()) {
      int unused = socket.getInputStream().read(new byte[8192]);
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"id\":\"i\","
                  .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(int status, String body) {
    stub.script(call -> Reply.raw(status, body, Map.of()));
  }

  private Failed failure() {
    return (Failed) complete(route(), 9, Duration.ofSeconds(5));
  }

  private ProviderAnswer complete(ModelRoute route, int maxTokens, Duration timeout) {
    return api.complete(
        new ModelCall(
            route, PROMPT, maxTokens, Prompt.Reply.TEXT, timeout, REQUEST_ID, close -> () -> {}));
  }

  private ModelRoute route() {
    Provider provider =
        Provider.openRouter(URI.create(stub.baseUrl()), Optional.of(KEY), "OPENROUTER_API_KEY");
    return new ModelRoute(provider, MODEL, "maker/model");
  }
}
