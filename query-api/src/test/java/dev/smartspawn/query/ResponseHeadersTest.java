package dev.smartspawn.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.trace.RequestId;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer carries besides its body: safety, request id, and who may read it. */
class ResponseHeadersTest {

  private static final String LISTED = "https://models.example";
  private static final List<RequestId> ASKED = new CopyOnWriteArrayList<>();
  private static final ApiUnderTest API =
      new ApiUnderTest(
          () -> ModelView.EMPTY,
          (command, requestId) -> {
            ASKED.add(requestId);
            return ApiUnderTest.REFRESHES.request(command, requestId);
          },
          () -> new Readiness.Failed("on purpose"));

  @AfterAll
  static void close() {
    API.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/status",
        "/metrics",
        "/nothing",
        "/pick",
        "/pick?task=coding",
        "/models/x%2Fy",
        "/models/a/b",
        "/health/ready",
        "/refresh",
        "/spawns",
        "/spawns/x/events"
      })
  void everyAnswerIsSafeInABrowser(String path) {
    isSafe(API.get(path).headers());
  }

  @Test
  void unreadableRequestsGetSafeHeadersToo() {
    String answer = API.raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
        .contains("\r\nX-Content-Type-Options: nosniff\r\n")
        .contains("\r\nReferrer-Policy: no-referrer\r\n");
  }

  @Test
  void aClientsRequestIdComesBackAndGoesOn() {
    HttpResponse<String> answer = API.post("/refresh", "", "X-Request-Id", "from-a-client:1");

    assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("from-a-client:1");
    assertThat(ASKED).contains(new RequestId("from-a-client:1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "{}", "<script>"})
  void anInvalidRequestIdIsReplaced(String text) {
    String id =
        API.get("/nothing", "X-Request-Id", text).headers().firstValue("X-Request-Id").orElse("");

    assertThat(RequestId.find(id)).isPresent();
    assertThat(id).isNotEqualTo(text);
  }

  @Test
  void requestsWithoutAnIdGetDifferentOnes() {
    assertThat(API.get("/status").headers().firstValue("X-Request-Id"))
        .isPresent()
        .isNotEqualTo(API.get("/status").headers().firstValue("X-Request-Id"));
  }

  @Test
  void pagesOfAListedOriginMayReadAnswers() {
    HttpHeaders headers = API.get("/status", "Origin", LISTED).headers();

    assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
    assertThat(headers.firstValue("Access-Control-Expose-Headers").orElse(""))
        .contains("X-Request-Id");
    assertThat(headers.firstValue("Vary")).hasValue("Origin");
    assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost:3000"})
  void pagesOfOthersMayNot(String origin) {
    assertThat(API.get("/status", "Origin", origin).headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
    HttpResponse<String> preflight =
        API.method(
            "OPTIONS", "/refresh", "Origin", origin, "Access-Control-Request-Method", "POST");
    assertThat(preflight.statusCode()).isEqualTo(405);
    assertThat(preflight.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control"));
  }

  @Test
  void preflightsOfAListedOriginAreAnswered() {
    HttpResponse<String> preflight =
        API.method("OPTIONS", "/spawns", "Origin", LISTED, "Access-Control-Request-Method", "POST");

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
        .contains("POST");
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization")
        .contains("Idempotency-Key");
  }

  private static void isSafe(HttpHeaders headers) {
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("X-Request-Id")).isPresent();
  }
}
