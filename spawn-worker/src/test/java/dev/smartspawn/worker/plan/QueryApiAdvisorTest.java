package dev.smartspawn.worker.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryApiAdvisorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final StubQueryApi api = new StubQueryApi();
  private final QueryApiAdvisor advisor = new QueryApiAdvisor(api.address(), PATIENCE);

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void bestAsksPick() {
    Advice advice = advisor.best(ModelQuery.of(Category.CODING, Budget.HIGH));

    assertThat(advice.models().get(0).model()).hasToString("anthropic/dear");
    assertThat(advice.models().get(0).price().prompt()).isEqualByComparingTo("5");
    assertThat(advice.category()).isEqualTo(Category.GENERAL);
    assertThat(api.questions()).containsExactly("/pick?task=coding&budget=high");
  }

  @Test
  void waitsForTheFirstTableOfModels() {
    api.notReadyFor(3);

    assertThat(advisor.best(ModelQuery.of(Category.CODING, Budget.HIGH)).models()).hasSize(1);
    assertThat(api.questions()).hasSize(4);
  }

  @Test
  void doesNotWaitForEver() {
    api.notReadyFor(Integer.MAX_VALUE);
    QueryApiAdvisor impatient =
        new QueryApiAdvisor(api.address(), PATIENCE, Duration.ofMillis(300));

    assertThatThrownBy(() -> impatient.best(ModelQuery.of(Category.CODING, Budget.HIGH)))
        .isInstanceOf(AdvisorUnreachableException.class)
        .hasMessageContaining("awaiting livebench");
  }

  @Test
  void limitsAreRead() {
    ModelLimits limits =
        new ModelLimits(
            false,
            StubQueryApi.CONTEXT_LENGTH,
            StubQueryApi.MAX_OUTPUT_TOKENS,
            true,
            null,
            true,
            true);

    assertThat(advisor.best(ModelQuery.of(Category.CODING, Budget.HIGH)).models())
        .extracting(PlannedModel::limits)
        .containsExactly(limits);
    assertThat(advisor.several(ModelQuery.of(Category.CODING, Budget.HIGH), 1).models())
        .extracting(PlannedModel::limits)
        .containsExactly(limits);
    assertThat(advisor.named(CanonicalId.of("qwen/cheap")).limits()).isEqualTo(limits);
  }

  @Test
  void requiredParametersAreAskedFor() throws JsonProcessingException {
    SpawnRequest request =
        SpawnRequest.of(
            Json.MAPPER.readTree(
                "{\"task\":\"t\",\"category\":\"coding\",\"parameters\":{\"seed\":7,\"temperature\":1},\"requireParameters\":true}"));
    advisor.best(ModelQuery.of(request));

    assertThat(api.questions())
        .containsExactly("/pick?task=coding&budget=medium&parameters=temperature%2Cseed");
  }

  @Test
  void neededContextIsAskedFor() {
    advisor.best(ModelQuery.of(Category.CODING, Budget.HIGH).withContext(9216));

    assertThat(api.questions()).containsExactly("/pick?task=coding&budget=high&minContext=9216");
  }

  @Test
  void longPromptsHaveTheirOwnPrice() {
    ModelPrice price =
        advisor.best(ModelQuery.of(Category.CODING, Budget.HIGH)).models().get(0).price();

    Usd below = price.costOf(new TokenUsage(StubQueryApi.LONG_PROMPT - 1, 0));
    Usd above = price.costOf(new TokenUsage(StubQueryApi.LONG_PROMPT, 0));
    assertThat(below).isEqualTo(Usd.of("0.999995"));
    assertThat(above).isEqualTo(Usd.of("2"));
  }

  @Test
  void severalAsksRecommend() {
    ModelQuery query =
        ModelQuery.of(Category.CODING, Budget.HIGH).without(List.of(CanonicalId.of("openai/dear")));

    assertThat(advisor.several(query, 2).models())
        .extracting(planned -> planned.model().value())
        .containsExactly("anthropic/dear", "google/middle");
  }

  @Test
  void namedModelHasItsPrice() {
    assertThat(advisor.named(CanonicalId.of("qwen/cheap")).price().completion())
        .isEqualByComparingTo(ModelPrice.of("0", "0.6").completion());
    assertThatThrownBy(() -> advisor.named(CanonicalId.of("maker/none")))
        .isInstanceOf(NoModelException.class)
        .hasMessageContaining("no model meets this");
  }

  @Test
  void bothEndsOfALongTaskAreSent() {
    String task = "first line\n\tsecond " + "x".repeat(10_000) + "\nWrite tests for this.";
    advisor.best(ModelQuery.of(SpawnRequest.of(task)));

    String sent = URLDecoder.decode(api.questions().get(0), StandardCharsets.UTF_8);
    assertThat(sent)
        .startsWith("/pick?task=first line\n\tsecond x")
        .contains("x\nWrite tests for this.&")
        .hasSizeLessThan(2100);
  }

  @Test
  void aLongTaskIsNotCutWithinACharacter() {
    advisor.best(ModelQuery.of(SpawnRequest.of("a" + "\uD83D\uDE42".repeat(5_000))));

    String sent = URLDecoder.decode(api.questions().get(0), StandardCharsets.UTF_8);
    assertThat(sent).startsWith("/pick?task=a\uD83D\uDE42").doesNotContain("\uFFFD");
  }

  @Test
  void charactersThatAnAddressMustNotContainAreHandled() {
    advisor.best(ModelQuery.of(SpawnRequest.of(" ".repeat(3000) + "it\u0092s here")));

    String sent = URLDecoder.decode(api.questions().get(0), StandardCharsets.UTF_8);
    assertThat(sent).startsWith("/pick?task=it s here&");
    assertThatThrownBy(() -> advisor.named(CanonicalId.of("maker/a|b")))
        .isInstanceOf(NoModelException.class);
  }

  @Test
  void advisorThatIsNotRunningIsUnreachable() {
    QueryApiAdvisor unreachable = new QueryApiAdvisor(URI.create("http://127.0.0.1:1"), PATIENCE);

    assertThatThrownBy(() -> unreachable.best(ModelQuery.of(Category.CODING, Budget.LOW)))
        .isInstanceOf(AdvisorUnreachableException.class)
        .hasMessage("query-api at http://127.0.0.1:1 cannot be reached: connection refused");
  }
}
