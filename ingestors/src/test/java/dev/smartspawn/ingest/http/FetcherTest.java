package dev.smartspawn.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.ingest.Fault;
import dev.smartspawn.ingest.Fetching;
import dev.smartspawn.ingest.Reply;
import dev.smartspawn.ingest.StubHost;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {

  private final StubHost host = new StubHost();
  private final Fetcher fetcher = Fetching.fetcher("Stub");
  private Request request;

  @BeforeEach
  void offerSomething() {
    host.route("/here", Reply.json("{\"a\":1}"));
    request = Request.get(host.address(), "/here");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void answerIsReadWhole() throws Exception {
    assertThat(
            new String(fetcher.get(request).body().open().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":1}");
    assertThat(fetcher.requests()).isEqualTo(1);
    assertThat(host.requests().get(0).headers().get("User-Agent")).startsWith("smart-spawn");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void temporaryFailureIsRetried(int status) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    host.route(
        "/here", any -> asked.incrementAndGet() < 3 ? Reply.status(status) : Reply.json("{}"));

    assertThat(fetcher.get(request).body().length()).isPositive();
    assertThat(fetcher.requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 422, 204, 304})
  void otherRefusalsAreFinal(int status) {
    host.route("/here", Reply.status(status));

    assertThatThrownBy(() -> fetcher.get(request))
        .isInstanceOfSatisfying(
            StatusException.class, e -> assertThat(e.status()).isEqualTo(status))
        .hasMessage("Stub answered %d to GET %s/here: expected 200", status, host.address());
    assertThat(fetcher.requests()).isEqualTo(1);
  }

  @Test
  void persistentFailureEndsAfterFourTries() {
    host.misbehave(Fault.SERVER_ERROR);

    assertThatThrownBy(() -> fetcher.get(request))
        .hasMessage("Stub answered 500 to GET %s/here: expected 200 (4 tries)", host.address());
    assertThat(host.requests()).hasSize(4);
  }

  @Test
  void callerMayRetryItself() {
    host.misbehave(Fault.SERVER_ERROR);

    assertThatThrownBy(() -> fetcher.get(request.retriedByCaller()))
        .isInstanceOf(PullException.class);
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void retryAfterIsHonoured() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    host.route(
        "/here",
        any ->
            asked.incrementAndGet() == 1
                ? Reply.status(429).with("Retry-After", "1")
                : Reply.json("{}"));
    long begun = System.nanoTime();

    fetcher.get(request);

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void retryAfterBeyondThePullEndsIt() {
    host.route("/here", Reply.status(429).with("Retry-After", "3600"));

    assertThatThrownBy(() -> fetcher.get(request))
        .isInstanceOfSatisfying(
            PullException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofHours(1)))
        .hasMessageContaining("answered 429")
        .hasMessageContaining("the next try would be in 3600 s");
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void bodyThatNeverEndsIsCutByTheDeadline() {
    host.misbehave(Fault.STALL);

    assertThatThrownBy(() -> Fetching.fetcher("Stub", Fetching.IMPATIENT).get(request))
        .hasMessage(
            "Stub did not finish its answer to GET %s/here within 0.5 s (2 tries)", host.address());
    assertThat(host.requests()).hasSize(2);
  }

  @Test
  void pullAsAWholeHasADeadline() {
    host.misbehave(Fault.STALL);
    Fetcher hurried =
        Fetching.fetcher(
            "Stub",
            new FetchLimits(
                Duration.ofSeconds(30), Duration.ofMillis(300), 1 << 20, 4, Duration.ofMillis(5)));

    assertThatThrownBy(() -> hurried.get(request))
        .hasMessageContaining("within the 0.3 s a pull may take");
  }

  @Test
  void interruptedBodyIsRetried() {
    host.misbehave(Fault.TRUNCATED);

    assertThatThrownBy(() -> fetcher.get(request))
        .hasMessageContaining("GET %s/here failed: the answer broke off", host.address())
        .hasMessageEndingWith("(4 tries)");
  }

  @Test
  void tooLargeBodyIsRefusedAtOnce() {
    host.route("/here", Reply.bytes(new byte[(1 << 20) + 1]));

    assertThatThrownBy(() -> fetcher.get(request))
        .hasMessage("Stub answered GET %s/here with more than 1 MiB", host.address());
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void redirectsAreFollowed() throws Exception {
    host.route("/old", Reply.redirect("/here?at=storage"));

    assertThat(fetcher.get(Request.get(host.address(), "/old")).body().length()).isPositive();
    assertThat(host.requests()).extracting(StubHost.Request::query).contains("at=storage");
  }

  @Test
  void retryRepeatsTheHopThatFailed() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    host.route("/old", Reply.redirect("/here"));
    host.route("/here", any -> asked.incrementAndGet() == 1 ? Reply.status(503) : Reply.json("{}"));

    fetcher.get(Request.get(host.address(), "/old"));

    assertThat(host.requests())
        .extracting(StubHost.Request::path)
        .containsExactly("/old", "/here", "/here");
  }

  @Test
  void signatureInARedirectIsNotShown() {
    host.route("/old", Reply.redirect("/stored?signature=s3cret"));

    assertThatThrownBy(() -> fetcher.get(Request.get(host.address(), "/old")))
        .hasMessage(
            "Stub answered 404 to GET %s/old, redirected to 127.0.0.1/stored: expected 200",
            host.address());
  }

  @Test
  void redirectsInACircleEnd() {
    host.route("/old", Reply.redirect("/old"));

    assertThatThrownBy(() -> fetcher.get(Request.get(host.address(), "/old")))
        .hasMessageContaining("more than 5 times");
    assertThat(host.requests()).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://host/file", "http://[broken", "file:///etc/passwd"})
  void redirectToNowhereIsRefused(String location) {
    host.route("/old", Reply.redirect(location));

    assertThatThrownBy(() -> fetcher.get(Request.get(host.address(), "/old")))
        .hasMessageContaining("to '%s': expected an address no less secure", location);
  }

  @Test
  void secretIsSentOnlyToItsOrigin() throws Exception {
    try (StubHost other = new StubHost()) {
      other.route("/there", Reply.json("{}"));
      host.route("/old", Reply.redirect("/older"));
      host.route("/older", Reply.redirect(other.address() + "/there"));

      fetcher.get(
          Request.get(host.address(), "/old").secret("x-api-key", "s3cret").header("x-a", "b"));

      assertThat(host.requests()).allMatch(r -> "s3cret".equals(r.headers().get("x-api-key")));
      assertThat(other.requests()).hasSize(1);
      assertThat(other.requests().get(0).headers())
          .doesNotContainKey("x-api-key")
          .containsEntry("x-a", "b");
    }
  }

  @Test
  void messagesContainNoSecret() {
    Request secret = request.secret("x-api-key", "s3cret");
    host.misbehave(Fault.SERVER_ERROR);

    assertThat(secret.toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> fetcher.get(secret)).message().doesNotContain("s3cret");
  }

  @Test
  void unchangedAnswerIsRecognisedByItsTag() throws Exception {
    host.route(
        "/here",
        asked ->
            "\"v1\"".equals(asked.headers().get("If-None-Match"))
                ? Reply.status(304)
                : Reply.json("{}").with("ETag", "\"v1\""));
    Answer first = fetcher.get(request);
    Validators known = Validators.NONE.with(request.address(), first);

    assertThat(first.isNotModified()).isFalse();
    assertThat(fetcher.get(request.unlessStill(known)).isNotModified()).isTrue();
  }

  @Test
  void unchangedAnswerIsRecognisedByItsDate() throws Exception {
    String date = "Wed, 21 Oct 2026 07:28:00 GMT";
    host.route(
        "/here",
        asked ->
            date.equals(asked.headers().get("If-Modified-Since"))
                ? Reply.status(304)
                : Reply.json("{}").with("Last-Modified", date));
    Validators known = Validators.NONE.with(request.address(), fetcher.get(request));

    assertThat(fetcher.get(request.unlessStill(known)).isNotModified()).isTrue();
  }

  @Test
  void unreachableHostIsReported() throws Exception {
    URI gone = host.address();
    host.close();

    assertThatThrownBy(() -> fetcher.get(Request.get(gone, "/here")))
        .hasMessageContaining("GET %s/here failed: no connection", gone)
        .hasMessageEndingWith("(4 tries)");
  }

  @Test
  void interruptCancelsTheRequest() throws Exception {
    host.misbehave(Fault.STALL);
    CompletableFuture<Throwable> outcome = new CompletableFuture<>();
    Thread pull =
        new Thread(
            () -> {
              try {
                fetcher.get(request);
              } catch (PullException | InterruptedException e) {
                outcome.complete(e);
              }
            });
    pull.start();
    org.awaitility.Awaitility.await().until(() -> !host.requests().isEmpty());

    pull.interrupt();

    assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }
}
