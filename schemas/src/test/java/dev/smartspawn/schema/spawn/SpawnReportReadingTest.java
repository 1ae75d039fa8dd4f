package dev.smartspawn.schema.spawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.question.Budget;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpawnReportReadingTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  @Test
  void everyFieldOfASpawnIsRead() {
    assertThat(
            SpawnReportReading.spawned(
                json(
                    """
                    {"model":"maker/a","category":"coding","budget":"low","mode":"cascade",
                     "role":"cascade_cheap","source":"api","context":"java,kafka"}
                    """),
                NOON))
        .isEqualTo(
            new SpawnReport.Spawned(
                CanonicalId.of("maker/a"),
                Category.CODING,
                Budget.LOW,
                SpawnMode.CASCADE,
                "cascade_cheap",
                "api",
                "java,kafka",
                NOON));
  }

  @Test
  void onlyModelAndCategoryAreRequired() {
    SpawnReport.Spawned report =
        SpawnReportReading.spawned(json("{\"model\":\"maker/a\",\"category\":\"general\"}"), NOON);

    assertThat(report.budget()).isNull();
    assertThat(report.mode()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "openrouter/anthropic/claude-opus-4.6, anthropic/claude-opus-4.6",
    "openrouter/maker/a:free, maker/a:free",
    "openrouter/auto, openrouter/auto",
    "anthropic/claude-opus-4.6, anthropic/claude-opus-4.6"
  })
  void gatewayIsNotPartOfModelId(String said, String meant) {
    assertThat(
            SpawnReportReading.rated(
                    json("{\"model\":\"%s\",\"category\":\"coding\",\"rating\":5}".formatted(said)),
                    NOON)
                .model())
        .isEqualTo(CanonicalId.of(meant));
  }

  @Test
  void everyMistakeIsNamed() {
    assertThatThrownBy(
            () ->
                SpawnReportReading.rated(
                    json("{\"model\":\"gpt\",\"rating\":9,\"coment\":\"good\"}"), NOON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "'model' is \"gpt\": expected a model id",
            "'category' is missing: expected one of coding",
            "'rating' is 9: expected a whole number from 1 to 5",
            "did you mean 'comment'?");
  }

  private static JsonNode json(String text) {
    try {
      return Json.STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
