package dev.smartspawn.query;

import static dev.smartspawn.query.ApiUnderTest.json;
import static dev.smartspawn.query.SampleModel.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.server.HttpPortTakenException;
import dev.smartspawn.query.refresh.RefreshDecision;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.trace.RequestId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest {

  private static final ModelView VIEW =
      SampleModel.view(
          new UnresolvedNames(
              List.of(
                  new UnresolvedName(Source.HF_LEADERBOARD, "org_tune", "org/tune", List.of()),
                  new UnresolvedName(
                      Source.LIVEBENCH,
                      "claude-9",
                      "claude-9",
                      List.of(
                          new UnresolvedName.Refused(
                              CanonicalId.of("anthropic/claude-best"), "version 9 is not 4")))),
              "names"),
          model("anthropic/claude-best")
              .estimate(Category.CODING, 74.1, 2, 4)
              .evidence("artificial-analysis/coding_index", 53, "max")
              .evidence("artificial-analysis/intelligence_index", 51, null)
              .score(Category.CODING, 76.5)
              .score(Category.GENERAL, 76.5)
              .codingIndex(53, Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS)
              .costs(4, 20)
              .tier(Tier.PREMIUM)
              .build(),
          model("anthropic/claude-second")
              .score(Category.CODING, 77)
              .estimate(Category.CODING, 73, 2.4, 3)
              .costs(3, 15)
              .build(),
          model("google/gemini:thinking")
              .score(Category.CODING, 70)
              .estimate(Category.CODING, 70, 3, 2)
              .can(true, true, true)
              .context(1_000_000)
              .costs(2, 10)
              .build(),
          model("maker/cheap")
              .score(Category.CODING, 40)
              .score(Category.FAST_CHEAP, 40)
              .costs(0.1, 0.4)
              .build(),
          model("maker/gift:free")
              .score(Category.CODING, 90)
              .estimate(Category.CODING, 90, 1, 1)
              .costs(0, 0)
              .build(),
          model("~anthropic/claude-latest").score(Category.CODING, 99).build(),
          model("openrouter/auto").score(Category.GENERAL, 50).router().build());

  private static final List<RefreshCommand> COMMANDS = new ArrayList<>();
  private static Readiness readiness = Readiness.READY;
  private static final ApiUnderTest API =
      new ApiUnderTest(() -> VIEW, RestApiTest::refresh, () -> readiness);

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
  void pickNamesOneModelAndWhy() {
    HttpResponse<String> response = API.get("/pick?task=coding");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    JsonNode pick = json(response).path("data");
    assertThat(pick.path("id").asText()).isEqualTo("anthropic/claude-best");
    assertThat(pick.path("name").asText()).isEqualTo("claude-best");
    assertThat(pick.path("provider").asText()).isEqualTo("anthropic");
    assertThat(pick.path("score").asDouble()).isEqualTo(76.5);
    assertThat(pick.at("/pricing/completion").asDouble()).isEqualTo(20);
    assertThat(pick.path("reason").asText())
        .isEqualTo(
            "coding 74.1 +/- 2.0 from 4 sources, $4/1M prompt; next best anthropic/claude-second at"
                + " 73.0 +/- 2.4, of 4 under $5/1M prompt tokens");
    assertThat(pick.path("confidence").asDouble()).isEqualTo(0.8);
    assertThat(pick.at("/estimate/low").asDouble()).isEqualTo(72.1);
    assertThat(json(response).at("/meta/category").asText()).isEqualTo("coding");
  }

  @Test
  void pickFollowsBudgetAndRequirements() {
    assertThat(picked("task=coding&budget=low")).isEqualTo("maker/cheap");
    assertThat(picked("task=coding&includeFree=true")).isEqualTo("maker/gift:free");
    assertThat(picked("task=coding&require=vision,json")).isEqualTo("google/gemini:thinking");
    assertThat(picked("task=coding&minContext=500000")).isEqualTo("google/gemini:thinking");
    assertThat(picked("task=coding&exclude=anthropic/claude-best,anthropic/claude-second"))
        .isEqualTo("google/gemini:thinking");
    assertThat(picked("task=coding&exclude=google%2Fgemini%3Athinking"))
        .isEqualTo("anthropic/claude-best");
    assertThat(picked("task=fast-cheap&context=anything")).isEqualTo("maker/cheap");
  }

  @Test
  void theSameQuestionGetsTheSameAnswerAgain() {
    assertThat(API.get("/pick?task=coding&budget=high").body())
        .isEqualTo(API.get("/pick?task=coding&budget=high").body());
  }

  @Test
  void recommendSpreadsOverProviders() {
    JsonNode body = json(API.get("/recommend?task=coding&count=3"));
    assertThat(ids(body.path("data"), "/model/id"))
        .containsExactly("anthropic/claude-best", "google/gemini:thinking", "maker/cheap");
    assertThat(body.at("/data/0/confidence").asDouble()).isBetween(0.5, 1.0);
    assertThat(body.at("/data/1/reason").asText()).contains("the best of google");
    JsonNode meta = body.path("meta");
    assertThat(meta.path("task").asText()).isEqualTo("coding");
    assertThat(meta.path("budget").asText()).isEqualTo("medium");
    assertThat(meta.path("candidatesConsidered").asInt()).isEqualTo(4);
    assertThat(meta.at("/attribution/url").asText()).isEqualTo("https://artificialanalysis.ai");
    assertThat(meta.has("classification")).isFalse();
  }

  @Test
  void recommendShowsTheWholeLadderOnRequest() {
    JsonNode body = json(API.get("/recommend?task=coding&explain=true&exclude=maker/cheap"));
    JsonNode meta = body.path("meta");
    assertThat(meta.path("ladder")).hasSize(7);
    assertThat(fields(meta.at("/ladder/0")))
        .containsExactly("id", "estimate", "low", "high", "pricing", "removedBy");
    assertThat(
            StreamSupport.stream(meta.path("ladder").spliterator(), false)
                .map(rung -> rung.path("id").asText() + " " + rung.path("removedBy").asText()))
        .containsExactly(
            "maker/gift:free variant",
            "anthropic/claude-best null",
            "anthropic/claude-second null",
            "google/gemini:thinking null",
            "~anthropic/claude-latest alias",
            "maker/cheap exclude",
            "openrouter/auto router");
    assertThat(meta.at("/ladder/1/high").asDouble()).isEqualTo(76.1);
    assertThat(meta.at("/ladder/5/estimate").asDouble()).isEqualTo(40);
    assertThat(meta.at("/ladder/5/low").isNull()).isTrue();
    assertThat(meta.at("/ladder/6/estimate").isNull()).isTrue();
    assertThat(meta.path("why").asText())
        .startsWith("anthropic/claude-best is before anthropic/claude-second: its lower bound of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&explain=false"})
  void recommendShowsNoLadderOtherwise(String explain) {
    JsonNode meta = json(API.get("/recommend?task=coding" + explain)).path("meta");
    assertThat(meta.has("ladder")).isFalse();
    assertThat(meta.has("why")).isFalse();
  }

  @Test
  void freeTextIsClassifiedAndShown() {
    JsonNode meta =
        json(API.get("/recommend?task=qwertz%0Auiop&budget=any&includeFree=false")).path("meta");
    assertThat(meta.path("task").asText()).isEqualTo("qwertz\nuiop");
    assertThat(meta.path("category").asText()).isEqualTo("general");
    assertThat(meta.at("/classification/confidence").asDouble()).isLessThan(0.5);
    assertThat(meta.at("/classification/matched").isArray()).isTrue();
  }

  @Test
  void noModelInBudgetIsNotFound() {
    HttpResponse<String> response = API.get("/pick?task=creative");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).at("/error/code").asText()).isEqualTo("no_model");
    assertThat(API.get("/recommend?task=general&budget=low").statusCode()).isEqualTo(404);
  }

  @Test
  void modelsAreListedSortedAndLimited() {
    JsonNode body = json(API.get("/models?category=coding&limit=2"));
    assertThat(ids(body.path("data"), "/id"))
        .containsExactly("~anthropic/claude-latest", "maker/gift:free");
    assertThat(body.at("/meta/total").asInt()).isEqualTo(7);
    assertThat(body.at("/meta/filtered").asInt()).isEqualTo(6);
    assertThat(body.at("/meta/version").asText()).isEqualTo("1.0.0");
    assertThat(body.at("/meta/lastRefresh").asText()).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(ids(json(API.get("/models?tier=premium")).path("data"), "/id"))
        .containsExactly("anthropic/claude-best");
    assertThat(ids(json(API.get("/models?sort=cost&limit=1")).path("data"), "/id"))
        .containsExactly("maker/gift:free");
    assertThat(json(API.get("/models")).path("data")).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/models/google/gemini:thinking",
        "/models/google%2Fgemini%3Athinking",
        "/models/Google/Gemini:thinking",
        "/api/models/google/gemini:thinking"
      })
  void aModelIsFoundHoweverItsIdIsEncoded(String path) {
    HttpResponse<String> response = API.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).at("/data/id").asText()).isEqualTo("google/gemini:thinking");
  }

  @Test
  void aModelHasItsEvidenceAndListsDoNot() {
    JsonNode model = json(API.get("/models/anthropic/claude-best")).path("data");
    assertThat(model.path("evidence")).hasSize(2);
    assertThat(model.at("/estimates/coding/sources").asInt()).isEqualTo(4);
    for (JsonNode listed :
        List.of(
            json(API.get("/models?tier=premium")).at("/data/0"),
            json(API.get("/recommend?task=coding")).at("/data/0/model"),
            json(API.get("/compare?ids=anthropic/claude-best,maker/cheap")).at("/data/0"))) {
      assertThat(listed.path("id").asText()).isEqualTo("anthropic/claude-best");
      assertThat(listed.has("evidence")).isFalse();
      assertThat(listed.path("estimates")).isEqualTo(model.path("estimates"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/models/anthropic/claude-best/evidence",
        "/models/anthropic%2Fclaude-best/evidence",
        "/api/models/Anthropic/Claude-Best/evidence"
      })
  void evidenceLeadsToTheRawRecord(String path) {
    HttpResponse<String> response = API.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode body = json(response);
    assertThat(fields(body.at("/data/0")))
        .containsExactly(
            "metric",
            "value",
            "raw",
            "unit",
            "source",
            "sourceId",
            "sourceName",
            "effort",
            "pulledAt",
            "rule",
            "confidence",
            "topic",
            "partition",
            "offset");
    assertThat(body.at("/data/0/effort").asText()).isEqualTo("max");
    assertThat(body.at("/data/1/effort").isNull()).isTrue();
    assertThat(fields(body.at("/data/1"))).isEqualTo(fields(body.at("/data/0")));
    assertThat(body.at("/data/1/offset").asInt()).isEqualTo(1);
    assertThat(body.at("/meta/id").asText()).isEqualTo("anthropic/claude-best");
    assertThat(body.at("/meta/count").asInt()).isEqualTo(2);
    assertThat(body.at("/meta/attribution/text").asText()).isEqualTo("Artificial Analysis");
  }

  @Test
  void anUnmeasuredModelHasNoEvidence() {
    JsonNode body = json(API.get("/models/maker/cheap/evidence"));
    assertThat(body.path("data")).isEmpty();
    assertThat(body.path("meta")).hasToString("{\"id\":\"maker/cheap\",\"count\":0}");
  }

  @Test
  void unresolvedNamesComeWithTheirNearestModels() {
    JsonNode body = json(API.get("/names/unresolved"));
    assertThat(body.path("data"))
        .hasToString(
            "[{\"source\":\"livebench\",\"key\":\"claude-9\",\"name\":\"claude-9\",\"nearest\":"
                + "[{\"id\":\"anthropic/claude-best\",\"why\":\"version 9 is not 4\"}]},"
                + "{\"source\":\"hf-leaderboard\",\"key\":\"org_tune\",\"name\":\"org/tune\","
                + "\"nearest\":[]}]");
    assertThat(body.path("meta"))
        .hasToString(
            "{\"total\":2,\"filtered\":2,\"bySource\":{\"openrouter\":0,\"artificial-analysis\":0,"
                + "\"hf-leaderboard\":1,\"lmarena\":0,\"livebench\":1}}");
    assertThat(ids(json(API.get("/names/unresolved?limit=1")).path("data"), "/key"))
        .containsExactly("claude-9");
    assertThat(ids(json(API.get("/names/unresolved?source=hf-leaderboard")).path("data"), "/key"))
        .containsExactly("org_tune");
    assertThat(ids(json(API.get("/names/unresolved?q=Claude")).path("data"), "/key"))
        .containsExactly("claude-9");
  }

  @Test
  void anAliasIsFoundByItsTilde() {
    assertThat(json(API.get("/models/~anthropic/claude-latest")).at("/data/id").asText())
        .isEqualTo("~anthropic/claude-latest");
    assertThat(API.get("/models/%7Eanthropic/claude-latest").statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownModelIsNotFound() {
    HttpResponse<String> response = API.get("/models/nobody/nothing");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).at("/error/code").asText()).isEqualTo("unknown_model");
    assertThat(API.get("/models/no-slash").statusCode()).isEqualTo(400);
  }

  @Test
  void compareShowsWhereModelsDifferAndWhichIsBetter() {
    JsonNode body = json(API.get("/compare?ids=maker/cheap,anthropic/claude-best"));
    assertThat(ids(body.path("data"), "/id"))
        .containsExactly("maker/cheap", "anthropic/claude-best");
    JsonNode price = difference(body, "pricing.prompt");
    assertThat(price.path("values")).hasToString("[0.1,4.0]");
    assertThat(price.path("best")).hasToString("[\"maker/cheap\"]");
    JsonNode score = difference(body, "scores.coding");
    assertThat(score.path("best")).hasToString("[\"anthropic/claude-best\"]");
    JsonNode missing = difference(body, "benchmarks.codingIndex");
    assertThat(missing.path("values")).hasToString("[null,53.0]");
    assertThat(difference(body, "contextLength").isMissingNode()).isTrue();
  }

  @Test
  void compareHidesThePriceOfRouters() {
    JsonNode body = json(API.get("/compare?ids=maker/cheap,openrouter/auto"));
    assertThat(difference(body, "pricing.prompt").path("best")).hasToString("[\"maker/cheap\"]");
  }

  @Test
  void statusNamesEverySource() {
    JsonNode status = json(API.get("/status")).path("data");
    assertThat(status.path("status").asText()).isEqualTo("degraded");
    assertThat(status.path("modelCount").asInt()).isEqualTo(7);
    assertThat(status.path("version").asText()).isEqualTo("1.0.0");
    assertThat(status.at("/sources/hfLeaderboard/status").asText()).isEqualTo("pending");
    assertThat(status.at("/sources/artificialAnalysis/attribution/text").asText())
        .isEqualTo("Artificial Analysis");
    assertThat(status.at("/reference/aliases/count").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/models",
        "/models/maker/cheap",
        "/models/anthropic/claude-best/evidence",
        "/names/unresolved",
        "/recommend?task=coding",
        "/pick?task=coding",
        "/compare?ids=maker/cheap,openrouter/auto",
        "/status"
      })
  void theNewestAnswerIsNotSentAgain(String path) {
    HttpResponse<String> first = API.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = API.get(path, "If-None-Match", "\"other\", W/" + tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(second.headers().firstValue("ETag")).hasValue(tag);
    assertThat(API.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(API.get("/api" + path).body()).isEqualTo(first.body());
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
                        RestApiTest::refresh,
                        ApiUnderTest::unexpected,
                        () -> Readiness.READY)))
        .isInstanceOf(HttpPortTakenException.class)
        .hasMessageContaining("127.0.0.1, port " + API.port());
  }

  private static RefreshDecision refresh(RefreshCommand command, RequestId requestId) {
    COMMANDS.add(command);
    return ApiUnderTest.REFRESHES.request(command, requestId);
  }

  private static String picked(String query) {
    return json(API.get("/pick?" + query)).at("/data/id").asText();
  }

  private static List<String> fields(JsonNode object) {
    List<String> fields = new ArrayList<>();
    object.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static List<String> ids(JsonNode data, String pointer) {
    return StreamSupport.stream(data.spliterator(), false)
        .map(each -> each.at(pointer).asText())
        .toList();
  }

  private static JsonNode difference(JsonNode body, String field) {
    return StreamSupport.stream(body.at("/meta/differences").spliterator(), false)
        .filter(each -> each.path("field").asText().equals(field))
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }
}
