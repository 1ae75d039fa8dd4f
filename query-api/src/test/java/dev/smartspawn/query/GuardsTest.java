package dev.smartspawn.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {

  private static final ApiUnderTest API =
      new ApiUnderTest(() -> ModelView.EMPTY, ApiUnderTest.REFRESHES, () -> Readiness.READY);

  @AfterAll
  static void close() {
    API.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "LocalHost:1",
        "127.0.0.1",
        "127.0.0.1:9",
        "[::1]",
        "[::1]:8080",
        "models.example",
        "MODELS.example:443"
      })
  void ourOwnNamesAreAnswered(String host) {
    assertThat(status(get(host))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.2",
        "[::2]:8080",
        "0.0.0.0",
        "models.example.evil"
      })
  void foreignNamesAreRefused(String host) {
    String answer = get(host);
    assertThat(status(answer)).isEqualTo(421);
    assertThat(answer).contains("foreign_host");
  }

  @Test
  void foreignNamesAreRefusedOnCommandsToo() {
    assertThat(status(post("Host: evil.example\r\n"))).isEqualTo(421);
  }

  @Test
  void aRequestWithoutAHostIsMalformed() {
    String answer = API.raw("GET /status HTTP/1.1\r\nConnection: close\r\n\r\n");
    isBadRequestInJson(answer);
    assertThat(answer).contains("No Host Header");
  }

  @Test
  void anAddressInTheRequestLineIsHeldAgainstTheHost() {
    assertThat(
            status(
                API.raw(
                    "GET http://evil.example/status HTTP/1.1\r\nHost: localhost\r\n"
                        + "Connection: close\r\n\r\n")))
        .isIn(400, 421);
    assertThat(
            status(
                API.raw(
                    "GET http://evil.example/status HTTP/1.1\r\nHost: evil.example\r\n"
                        + "Connection: close\r\n\r\n")))
        .isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "https://localhost:8080",
        "http://localhost:3000",
        "http://localhost",
        "null",
        ""
      })
  void pagesOfOthersMayNotWrite(String origin) {
    String answer = post("Host: localhost:8080\r\nOrigin: " + origin + "\r\n");
    assertThat(status(answer)).isEqualTo(403);
    assertThat(answer).contains("foreign_origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "https://models.example"})
  void ourOwnPagesMayWrite(String origin) {
    assertThat(status(post("Host: localhost:8080\r\nOrigin: " + origin + "\r\n"))).isEqualTo(200);
  }

  @Test
  void programsThatAreNotBrowsersMayWrite() {
    assertThat(status(post("Host: localhost:8080\r\n"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /pick?task=%zz HTTP/1.1\r\nHost: localhost\r\n",
        "GET /models/%4 HTTP/1.1\r\nHost: localhost\r\n",
        "GET /pick?task=a b HTTP/1.1\r\nHost: localhost\r\n",
        "GET /pick?task=\u0001 HTTP/1.1\r\nHost: localhost\r\n",
        "GET /pick?task=\u00e4 HTTP/1.1\r\nHost: localhost\r\n",
        "GET pick HTTP/1.1\r\nHost: localhost\r\n",
        "GET /pick HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n",
        "GET /pick HTTP/1.1\r\nHost : localhost\r\n",
        "GET /pick HTTP/9.9\r\nHost: localhost\r\n",
        "GET /pick HTTP/1.1\r\nHost: localhost@evil.example\r\n",
        "nonsense\r\n"
      })
  void anUnreadableRequestIsABadRequest(String request) {
    isBadRequestInJson(API.raw(request + "Connection: close\r\n\r\n"));
  }

  @Test
  void tooManyHeadersAreABadRequest() {
    String headers = "X-Many: 1\r\n".repeat(150);
    isBadRequestInJson(API.raw("GET /status HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n"));
  }

  @Test
  void aRefusedRequestLeavesTheNextConnectionAlone() {
    API.raw("GET /pick?task=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(status(get("localhost"))).isEqualTo(200);
  }

  private static void isBadRequestInJson(String answer) {
    assertThat(status(answer)).isEqualTo(400);
    assertThat(answer).contains("Content-Type: application/json; charset=utf-8");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(ApiUnderTest.json(body).at("/error/code").asText()).isNotBlank();
    assertThat(answer)
        .contains("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
  }

  private static String get(String host) {
    return API.raw("GET /status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  private static String post(String headers) {
    return API.raw(
        "POST /refresh HTTP/1.1\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }
}
