package dev.smartspawn.query;

import static dev.smartspawn.query.ApiUnderTest.json;
import static dev.smartspawn.query.SampleView.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.server.HttpPortTakenException;
import dev.smartspawn.query.refresh.RefreshDecision;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.trace.RequestId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsApiTest {
  private static final List<RefreshCommand> COMMANDS = new ArrayList<>();
  private static Readiness readiness = Readiness.READY;
  private static final ApiUnderTest API =
      new ApiUnderTest(() -> VIEW, OperationsApiTest::refresh, () -> readiness);

  @BeforeEach
  void forget() {
    COMMANDS.clear();
    readiness = Readiness.READY;
  }

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void statusNamesEverySource() {
    JsonNode status = json(API.get("/status")).path("data");
    assertThat(status.path("status").asText()).isEqualTo("degraded");
    assertThat(status.path("modelCount").asInt()).isEqualTo(7);
    assertThat(status.path("version").asText()).isEqualTo(ProductVersion.CURRENT);
    assertThat(status.at("/sources/hfLeaderboard/status").asText()).isEqualTo("pending");
    assertThat(status.at("/sources/artificialAnalysis/attribution/text").asText())
        .isEqualTo("Artificial Analysis");
    assertThat(status.at("/reference/aliases/count").asInt()).isZero();
  }

  @Test
  void headIsGetWithoutTheBody() {
    HttpResponse<String> head = API.method("HEAD", "/pick?task=coding");
    HttpResponse<String> get = API.get("/pick?task=coding");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .isEqualTo(get.headers().firstValue("Content-Length"));
  }

  @Test
  void refreshTakesNoBodyAsEverything() {
    HttpResponse<String> response = API.method("POST", "/refresh");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("/data/started").asBoolean()).isTrue();
    assertThat(COMMANDS).containsExactly(RefreshCommand.EVERYTHING);
  }

  @Test
  void refreshNeedsNoBodyAtAll() {
    assertThat(API.raw("POST /refresh HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(COMMANDS).containsExactly(RefreshCommand.EVERYTHING);
  }

  @Test
  void refreshTakesSources() {
    assertThat(
            API.post(
                    "/api/refresh",
                    "{\"sources\":[\"lmarena\"]}",
                    "Content-Type",
                    "application/json; charset=UTF-8")
                .statusCode())
        .isEqualTo(200);
    assertThat(COMMANDS).containsExactly(new RefreshCommand(List.of(Source.LMARENA), null));
  }

  @Test
  void healthFollowsReadiness() {
    assertThat(API.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(API.get("/health/ready").statusCode()).isEqualTo(200);

    readiness = new Readiness.Restoring("no model has been enriched yet");
    assertThat(API.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(API.get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(json(API.get("/health/ready")).at("/error/message").asText())
        .isEqualTo("no model has been enriched yet");

    readiness = new Readiness.Failed("the view has stopped");
    assertThat(API.get("/health/live").statusCode()).isEqualTo(503);
    assertThat(API.get("/health/ready").statusCode()).isEqualTo(503);
  }

  @Test
  void metricsNameRoutesNotPaths() {
    API.get("/models/maker/cheap");
    API.get("/no/such/path");
    HttpResponse<String> response = API.get("/metrics");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain");
    assertThat(response.body())
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"/models/{id}\",status=\"200\"}")
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",route=\"none\",status=\"404\"}")
        .doesNotContain("maker/cheap");
  }

  @Test
  void aTakenPortIsNamed() {
    assertThatThrownBy(
            () ->
                QueryApi.serve(
                    ApiUnderTest.config(API.port()).http(),
                    ApiUnderTest.routes(
                        () -> VIEW,
                        OperationsApiTest::refresh,
                        ApiUnderTest::unexpected,
                        () -> Readiness.READY)))
        .isInstanceOf(HttpPortTakenException.class)
        .hasMessageContaining("127.0.0.1, port " + API.port());
  }

  private static RefreshDecision refresh(RefreshCommand command, RequestId requestId) {
    COMMANDS.add(command);
    return ApiUnderTest.REFRESHES.request(command, requestId);
  }
}
