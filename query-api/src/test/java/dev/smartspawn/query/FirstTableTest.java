package dev.smartspawn.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.source.Source;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered until the first table of models is whole. */
class FirstTableTest {

  private static final AtomicReference<ModelView> VIEW = new AtomicReference<>(ModelView.EMPTY);
  private static final ApiUnderTest API =
      new ApiUnderTest(VIEW::get, ApiUnderTest.REFRESHES, () -> Readiness.READY);

  @AfterAll
  static void stop() {
    API.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pick?task=coding",
        "/recommend?task=coding",
        "/models",
        "/models/a/one",
        "/models/a/one/evidence",
        "/compare?ids=a/one,a/two"
      })
  void questionsAreRefusedWithWhatIsAwaited(String path) throws Exception {
    VIEW.set(view(List.of(Source.LIVEBENCH, Source.ALIASES), Instant.MAX));

    HttpResponse<String> response = API.get(path);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
    JsonNode error = Json.MAPPER.readTree(response.body()).path("error");
    assertThat(error.path("code").asText()).isEqualTo("not_ready");
    assertThat(error.path("message").asText()).endsWith("awaiting livebench, aliases");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/status", "/names/unresolved", "/changes"})
  void everythingElseIsAnswered(String path) throws Exception {
    VIEW.set(ModelView.EMPTY);

    assertThat(API.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void afterTheLongestWaitTheMissingSourceIsNamedInTheAnswer() throws Exception {
    VIEW.set(view(List.of(Source.LIVEBENCH), Instant.now()));

    assertThat(awaiting("/pick?task=coding")).isEqualTo("[\"livebench\"]");
    assertThat(awaiting("/recommend?task=coding")).isEqualTo("[\"livebench\"]");
    assertThat(awaiting("/models")).isEqualTo("[\"livebench\"]");
    assertThat(awaiting("/compare?ids=a/one,a/two")).isEqualTo("[\"livebench\"]");
  }

  @Test
  void completeTableAwaitsNothing() throws Exception {
    VIEW.set(view(List.of(), Instant.MIN));

    assertThat(awaiting("/pick?task=coding")).isEmpty();
  }

  private static String awaiting(String path) throws Exception {
    return Json.MAPPER.readTree(API.get(path).body()).path("meta").path("awaiting").toString();
  }

  private static ModelView view(List<Source> awaiting, Instant wholeFrom) {
    List<RenderedModel> models =
        List.of("a/one", "a/two").stream()
            .map(id -> SampleModel.model(id).score(Category.CODING, 70).build())
            .map(RenderedModel::of)
            .toList();
    ModelView whole = SampleModel.view(SampleModel.model("a/one").build());
    return new ModelView(
        new ServedCatalogue(models, "table", RankingSetting.EVIDENCE, awaiting),
        whole.freshness(),
        whole.names(),
        wholeFrom);
  }
}
