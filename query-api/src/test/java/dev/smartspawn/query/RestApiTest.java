package dev.smartspawn.query;

import static dev.smartspawn.query.ApiUnderTest.json;
import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.query.SampleView.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestApiTest {

  private static final ApiUnderTest API =
      new ApiUnderTest(() -> VIEW, ApiUnderTest.REFRESHES, () -> Readiness.READY);

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void modelsAreListedSortedAndLimited() {
    JsonNode body = json(API.get("/models?category=coding&limit=2"));
    assertThat(ids(body.path("data"), "/id"))
        .containsExactly("~anthropic/claude-latest", "maker/gift:free");
    assertThat(body.at("/meta/total").asInt()).isEqualTo(7);
    assertThat(body.at("/meta/filtered").asInt()).isEqualTo(6);
    assertThat(body.at("/meta/version").asText()).isEqualTo(ProductVersion.CURRENT);
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
            "offset",
            "board",
            "category",
            "published",
            "votes",
            "lower",
            "upper");
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
                + "\"hf-leaderboard\":1,\"lmarena\":0,\"lmarena-dataset\":0,\"livebench\":1},"
                + "\"weak\":0}");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/models/ANTHROPIC/claude-best:nitro",
        "/models/openrouter/anthropic/claude-best",
        "/models/claude-best",
        "/models/openrouter/anthropic/claude-best/evidence",
        "/compare?ids=anthropic/claude-best:nitro,openrouter/maker/cheap",
        "/pick?task=coding&exclude=openrouter/anthropic/claude-best:floor"
      })
  void modelIsFoundByAnyOfItsNames(String path) throws Exception {
    assertThat(API.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void excludedModelMayBeNamedByAnyOfItsNames() throws Exception {
    String picked = json(API.get("/pick?task=coding&budget=any")).at("/data/id").asText();

    assertThat(
            json(API.get("/pick?task=coding&budget=any&exclude=openrouter/" + picked + ":nitro"))
                .at("/data/id")
                .asText())
        .isNotEqualTo(picked);
  }

  @ParameterizedTest
  @CsvSource({
    "/models/anthropic/claude-bset, 404",
    "'/pick?task=coding&exclude=anthropic/claude-bset', 400",
    "'/recommend?task=coding&exclude=maker/cheap,anthropic/claude-bset:nitro', 400",
    "'/compare?ids=maker/cheap,anthropic/claude-bset', 404"
  })
  void unknownModelIsAnErrorThatNamesTheNearest(String path, int status) throws Exception {
    HttpResponse<String> response = API.get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).at("/error/code").asText()).isEqualTo("unknown_model");
    assertThat(json(response).at("/error/message").asText())
        .contains("the nearest is 'anthropic/claude-best'");
  }
}
