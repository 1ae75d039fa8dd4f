package dev.smartspawn.query;

import static dev.smartspawn.query.BadInputTest.refused;
import static dev.smartspawn.query.SampleModel.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid commands are refused with a message that names the expected value. */
class BadCommandTest {

  private static final ModelView VIEW =
      SampleModel.view(
          model("a/coder").score(Category.CODING, 80).build(), model("b/other").build());
  private static final List<RefreshCommand> COMMANDS = new ArrayList<>();
  private static final ApiUnderTest API =
      new ApiUnderTest(
          () -> VIEW,
          (command, requestId) -> {
            COMMANDS.add(command);
            throw new IllegalStateException("no command was expected");
          },
          () -> Readiness.READY);

  @AfterEach
  void nothingWasCommanded() {
    assertThat(COMMANDS).isEmpty();
  }

  @AfterAll
  static void close() {
    API.close();
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        arguments("text/plain", "{}", 415, "expected the header 'Content-Type: application/json'"),
        arguments(
            "application/x-www-form-urlencoded",
            "{}",
            415,
            "expected the header 'Content-Type: application/json'"),
        arguments(
            "application/json; charset=latin1",
            "{}",
            415,
            "expected the header 'Content-Type: application/json'"),
        arguments("text/plain", "", 415, "expected the header 'Content-Type: application/json'"),
        arguments("application/json", "{", 400, "not a refresh command"),
        arguments("application/json", "null", 400, "not a refresh command"),
        arguments("application/json", "[]", 400, "not a refresh command"),
        arguments("application/json", "\"all\"", 400, "not a refresh command"),
        arguments("application/json", "{} {}", 400, "not a refresh command"),
        arguments("application/json", "{\"source\":[]}", 400, "did you mean 'sources'?"),
        arguments("application/json", "{\"sources\":[\"openai\"]}", 400, "unknown source 'openai'"),
        arguments("application/json", "{\"sources\":\"lmarena\"}", 400, "not a refresh command"),
        arguments("application/json", "[".repeat(5000), 400, "not a refresh command"),
        arguments("application/json", " ".repeat(64 * 1024 + 1), 413, "at most 65536 bytes"),
        arguments("application/json", "x".repeat(2 * 1024 * 1024), 413, "at most 65536 bytes"));
  }

  @ParameterizedTest
  @MethodSource("badBodies")
  void badCommandsAreRefused(String contentType, String body, int status, String message) {
    refused(API.post("/refresh", body, "Content-Type", contentType), status, null, message);
  }

  static Stream<Arguments> badSpawnRequests() {
    return Stream.of(
        arguments("", 400, "invalid_body", "not a spawn request"),
        arguments("[]", 400, "invalid_body", "not a spawn request"),
        arguments("{\"task\":", 400, "invalid_body", "not JSON at line 1"),
        arguments("{}", 400, "invalid_request", "'task' is missing or blank"),
        arguments("{\"task\":\" \"}", 400, "invalid_request", "'task' is missing or blank"),
        arguments("{\"task\":7}", 400, "invalid_request", "'task' is 7: expected a text"),
        arguments(
            "{\"task\":\"" + "x".repeat(300 * 1024) + "\"}",
            400,
            "invalid_request",
            "'task' has 307,200 bytes: expected at most 262,144"),
        arguments(
            "{\"task\":\"t\",\"buget\":\"low\"}", 400, "invalid_request", "did you mean 'budget'?"),
        arguments(
            "{\"task\":\"t\",\"mode\":\"swarm\"}",
            400,
            "invalid_request",
            "'mode' is \"swarm\": expected one of single, collective, cascade"),
        arguments(
            "{\"task\":\"t\",\"budget\":\"huge\"}",
            400,
            "invalid_request",
            "low, medium, high, any"),
        arguments(
            "{\"task\":\"t\",\"privacy\":{\"dataCollection\":\"never\"}}",
            400,
            "invalid_request",
            "'privacy.dataCollection' is \"never\": expected one of allow, deny"),
        arguments("{\"task\":\"t\",\"collectiveCount\":9}", 400, "invalid_request", "from 2 to 5"),
        arguments(
            "{\"task\":\"t\",\"maxCostUsd\":-1}", 400, "invalid_request", "US dollars above 0"),
        arguments(
            "{\"task\":\"t\",\"id\":\"0-7\"}", 400, "invalid_request", "not of the form 1-23"),
        arguments(
            "{\"task\":\"t\",\"idempotencyKey\":\"other\"}", 400, "invalid_request", "differ"),
        arguments("x".repeat(2 * 1024 * 1024 + 1), 413, "body_too_large", "at most 2097152 bytes"));
  }

  @ParameterizedTest
  @MethodSource("badSpawnRequests")
  void badSpawnRequestsAreRefused(String body, int status, String code, String message) {
    refused(
        API.post(
            "/spawns", body, "Content-Type", "application/json", "Idempotency-Key", "one of mine"),
        status,
        code,
        message);
  }

  @ParameterizedTest
  @CsvSource({
    "/spawns, '{\"task\":\"Summarise this text: ...\"}'",
    "/spawns/some/outcome, '{\"rating\":4}'",
    "/refresh, '{\"sources\":[\"openrouter\"]}'"
  })
  void aFormIsAnsweredWithACommandLineThatWorks(String path, String example) {
    HttpResponse<String> response =
        API.post(path, "{\"task\":\"t\"}", "Content-Type", "application/x-www-form-urlencoded");

    refused(
        response,
        415,
        "unsupported_media_type",
        "as in: curl -H 'Content-Type: application/json' -d '%s' http://127.0.0.1:%d%s"
            .formatted(example, API.port(), path));
  }

  @Test
  void aBodyWithoutATypeIsRefused() {
    String answer =
        API.raw(
            "POST /refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\n{}");
    assertThat(answer).startsWith("HTTP/1.1 415").contains("the content type is none");
  }

  @Test
  void aLargeBodyOfUnknownLengthIsRefused() {
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    String answer =
        API.raw(
            "POST /refresh HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + chunk.repeat(4)
                + "0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("body_too_large");
  }

  @Test
  void commandsTakeNoParameters() {
    refused(
        API.post("/refresh?sources=lmarena", "", "Content-Type", "application/json"),
        400,
        "invalid_parameter",
        "expected none here");
  }

  @Test
  void aServerErrorShowsNoInternals() {
    HttpResponse<String> response = API.method("POST", "/refresh");
    COMMANDS.clear();
    refused(response, 500, "internal_error", "see the log");
  }

  /** Such as one that a damaged installation causes. */
  @Test
  void anErrorOfTheJvmIsAnswered() {
    try (ApiUnderTest broken =
        new ApiUnderTest(
            () -> {
              throw new NoClassDefFoundError("missing");
            },
            ApiUnderTest.REFRESHES,
            () -> Readiness.READY)) {
      refused(broken.method("GET", "/pick?task=coding"), 500, "internal_error", "see the log");
    }
  }
}
