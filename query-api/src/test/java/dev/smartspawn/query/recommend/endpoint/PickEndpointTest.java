package dev.smartspawn.query.recommend.endpoint;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.ModelView;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A response of {@code /pick} is made once for everything it depends on, and for nothing else. */
class PickEndpointTest {

  private static final TaskClassifier CLASSIFIER = TaskClassifier.standard();

  private ModelView view =
      SampleModel.view(
          model("a/one").score(CODING, 80).build(),
          model("b/two").score(CODING, 70).build(),
          model("b/two:free").score(CODING, 70).costs(0, 0).build());

  private final PickEndpoint endpoint = new PickEndpoint(() -> view, CLASSIFIER);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "budget=medium&task=coding",
        "task=Refactor+this+Java+class&includeFree=false",
        "task=coding&context=anything&minContext=0"
      })
  void queriesWithTheSameMeaningShareAResponse(String query) {
    assertThat(pick(query)).isSameAs(pick("task=coding"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task=coding&budget=any",
        "task=coding&includeFree=true",
        "task=coding&exclude=b/two",
        "task=coding&minContext=1000",
        "task=coding&require=json"
      })
  void otherRequirementsAreAnotherResponseWithAnotherEntityTag(String query) {
    view =
        SampleModel.view(
            model("a/one").score(CODING, 80).can(true, true, true).build(), model("b/two").build());

    assertThat(pick(query).entityTag()).isNotEqualTo(pick("task=coding").entityTag());
  }

  @Test
  void anotherTableIsAnotherResponseWithAnotherEntityTag() {
    Response before = pick("task=coding");

    view =
        SampleModel.view(
            model("a/one").score(CODING, 80).build(), model("c/best").score(CODING, 90).build());

    assertThat(body(pick("task=coding"))).contains("c/best");
    assertThat(pick("task=coding").entityTag()).isNotEqualTo(before.entityTag());
  }

  @Test
  void theEntityTagDoesNotDependOnTheOrderOfParametersOrOnTheProcess() {
    view =
        SampleModel.view(
            model("a/one").score(CODING, 80).build(),
            model("x/one").build(),
            model("x/two").build(),
            model("x/three").build());
    String tag = pick("task=coding&exclude=x/one,x/two,x/three").entityTag();

    PickEndpoint restarted = new PickEndpoint(() -> view, CLASSIFIER);

    assertThat(
            restarted
                .answer(new QueryRequest("exclude=x/three,x/two,x/one&task=coding", ""))
                .entityTag())
        .isEqualTo(tag);
  }

  private Response pick(String query) {
    return endpoint.answer(new QueryRequest(query, ""));
  }

  private static String body(Response response) {
    return StandardCharsets.UTF_8.decode(response.body().duplicate()).toString();
  }
}
