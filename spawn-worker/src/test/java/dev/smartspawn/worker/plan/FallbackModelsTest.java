package dev.smartspawn.worker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FallbackModelsTest {

  private static final Path RECORDED =
      Path.of("..", "..", "shared", "recordings", "openrouter", "models.json");

  @Test
  void everyCategoryHasAModel() {
    assertThat(FallbackModels.BUILT_IN.byCategory()).containsOnlyKeys(Category.values());
  }

  @Test
  void everyModelIsInTheCatalogueAtItsPrice() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(RECORDED), "skipped: the recorded catalogue is missing: " + RECORDED);
    Map<String, JsonNode> catalogue =
        StreamSupport.stream(
                Json.MAPPER.readTree(Files.readAllBytes(RECORDED)).path("data").spliterator(),
                false)
            .collect(Collectors.toMap(model -> model.path("id").asText(), model -> model));

    for (PlannedModel model : FallbackModels.BUILT_IN.byCategory().values()) {
      JsonNode listed = catalogue.get(model.model().value());
      assertThat(listed).as("%s", model.model()).isNotNull();
      assertThat(perMillion(listed, "prompt")).isEqualByComparingTo(model.price().prompt());
      assertThat(perMillion(listed, "completion")).isEqualByComparingTo(model.price().completion());
    }
  }

  /** Makers retire models after about a year, without a date in the catalogue. */
  @Test
  void everyModelIsStillServedForAWhile() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(RECORDED), "skipped: the recorded catalogue is missing: " + RECORDED);
    JsonNode models = Json.MAPPER.readTree(Files.readAllBytes(RECORDED)).path("data");
    long newest =
        StreamSupport.stream(models.spliterator(), false)
            .mapToLong(model -> model.path("created").asLong())
            .max()
            .orElseThrow();
    Map<String, JsonNode> catalogue =
        StreamSupport.stream(models.spliterator(), false)
            .collect(Collectors.toMap(model -> model.path("id").asText(), model -> model));

    for (PlannedModel model : FallbackModels.BUILT_IN.byCategory().values()) {
      JsonNode listed = catalogue.get(model.model().value());
      assertThat(listed.path("expiration_date").asText(""))
          .as("%s", model.model())
          .isIn("", "null", "2098-12-31");
      assertThat(newest - listed.path("created").asLong())
          .as("seconds that %s is older than the newest", model.model())
          .isLessThan(Duration.ofDays(300).toSeconds());
    }
  }

  private static java.math.BigDecimal perMillion(JsonNode model, String which) {
    return new java.math.BigDecimal(model.path("pricing").path(which).asText()).movePointRight(6);
  }
}
