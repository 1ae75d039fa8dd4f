package dev.smartspawn.query;

import static dev.smartspawn.query.ApiUnderTest.json;
import static dev.smartspawn.query.SampleView.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendApiTest {

  private static final ApiUnderTest API =
      new ApiUnderTest(() -> VIEW, ApiUnderTest.REFRESHES, () -> Readiness.READY);

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
            "coding 74.1 +/- 2.0 from 4 sources, $4/1M prompt; best of 4 models under $5/1M prompt tokens,"
                + " ahead of anthropic/claude-second at 73.0 +/- 2.4; 94 % sure that no other is better by"
                + " more than 2 points");
    assertThat(pick.path("confidence").asDouble()).isEqualTo(0.94);
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
  void textsRaiseTheContextThatIsNeeded() {
    JsonNode shorter = json(API.get("/pick?task=refactor+" + "class+".repeat(1000)));
    JsonNode longer =
        json(
            API.get(
                "/pick?task=refactor+"
                    + "class+".repeat(1300)
                    + "&context="
                    + "%E6%BC%A2".repeat(2000)));

    assertThat(shorter.path("meta").has("minContext")).isFalse();
    assertThat(longer.at("/meta/minContext").asLong()).isEqualTo(6144);
    assertThat(json(API.get("/pick?task=coding&minContext=500000")).at("/meta/minContext").asLong())
        .isEqualTo(500_000);
    assertThat(
            json(API.get("/recommend?task=coding&context=" + "class+".repeat(1300)))
                .at("/meta/minContext")
                .asLong())
        .isEqualTo(4096);
  }

  @Test
  void questionIsAnsweredTheSameWayAfterAnotherOne() {
    String high = API.get("/pick?task=coding&budget=high").body();
    String low = API.get("/pick?task=coding&budget=low").body();

    assertThat(low).isNotEqualTo(high);
    assertThat(API.get("/pick?task=coding&budget=high").body()).isEqualTo(high);
    assertThat(API.get("/pick?budget=high&task=coding").body()).isEqualTo(high);
    assertThat(API.get("/pick?task=coding&budget=low").body()).isEqualTo(low);
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
}
