package dev.smartspawn.query;

import static dev.smartspawn.query.ApiUnderTest.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.trace.RequestId;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The paths with which agents say what they ran themselves. */
class SpawnLogApiTest {

  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  private final List<SpawnReport> taken = new ArrayList<>();
  private final ApiUnderTest api =
      new ApiUnderTest(
          () -> ModelView.EMPTY, ApiUnderTest.REFRESHES, this::take, () -> Readiness.READY);

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aSpawnIsRecordedUnchanged() {
    HttpResponse<String> response =
        post(
            "/api/spawn-log",
            """
            {"model":"openrouter/maker/model","category":"coding","budget":"medium",
             "mode":"collective","role":"collective_worker","source":"api"}
            """);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(taken)
        .containsExactly(
            new SpawnReport.Spawned(
                CanonicalId.of("maker/model"),
                Category.CODING,
                Budget.MEDIUM,
                SpawnMode.COLLECTIVE,
                "collective_worker",
                "api",
                null,
                NOON));
    assertThat(json(response).at("/data/type").asText()).isEqualTo("spawned");
    assertThat(json(response).at("/data/model").asText()).isEqualTo("maker/model");
  }

  @Test
  void aRatingIsRecordedUnchanged() {
    HttpResponse<String> response =
        post(
            "/spawn-log/outcome",
            "{\"model\":\"maker/model\",\"category\":\"fast-cheap\",\"rating\":2}");

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(taken)
        .containsExactly(
            new SpawnReport.Rated(
                CanonicalId.of("maker/model"), Category.FAST_CHEAP, 2, null, null, NOON));
    assertThat(json(response).at("/data/rating").asInt()).isEqualTo(2);
  }

  private SpawnReport take(Function<Instant, ? extends SpawnReport> report, RequestId requestId) {
    SpawnReport read = report.apply(NOON);
    taken.add(read);
    return read;
  }

  private HttpResponse<String> post(String path, String body) {
    return api.post(path, body, "Content-Type", "application/json");
  }
}
