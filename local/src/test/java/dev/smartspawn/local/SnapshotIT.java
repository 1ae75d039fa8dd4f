package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No source can be reached, and there is no key: what is in data/ is served instead. */
class SnapshotIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<Source> FILLED =
      List.of(Source.OPENROUTER, Source.HF_LEADERBOARD, Source.LMARENA, Source.LIVEBENCH);

  @TempDir static Path data;
  private static RunningSystem system;

  @BeforeAll
  static void startWithoutSources() throws Exception {
    Map<String, String> environment =
        RunningSystem.sourcesAt("http://127.0.0.1:" + LoopbackPort.free());
    environment.remove("ARTIFICIAL_ANALYSIS_API_KEY");
    system = RunningSystem.start(data, environment);
    system.api().awaitServing(PATIENCE);
    system.api().awaitStatus(PATIENCE, SnapshotIT::isFilled);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void pickAnswersFromTheSnapshot() throws Exception {
    JsonNode pick = system.api().get("/pick?task=coding").orElseThrow().path("data");
    assertThat(pick.path("id").asText()).contains("/");
    assertThat(pick.path("reason").asText()).isNotBlank();
  }

  @Test
  void statusSaysThatItIsTheSnapshotAndWhy() throws Exception {
    StatusAnswer status = system.api().status();
    assertThat(status.body().at("/data/status").asText()).isEqualTo("degraded");
    for (Source source : FILLED) {
      assertThat(status.outcome(source)).isEqualTo("stale");
      assertThat(status.count(source)).isPositive();
      assertThat(status.source(source).path("origin").asText()).isEqualTo("snapshot");
      assertThat(status.source(source).path("reason").asText()).contains("snapshot");
    }
  }

  @Test
  void disabledSourceIsNotFilled() throws Exception {
    StatusAnswer status = system.api().status();
    assertThat(status.outcome(Source.ARTIFICIAL_ANALYSIS)).isEqualTo("disabled");
    assertThat(status.count(Source.ARTIFICIAL_ANALYSIS)).isZero();
    assertThat(status.source(Source.ARTIFICIAL_ANALYSIS).path("reason").asText())
        .contains("ARTIFICIAL_ANALYSIS_API_KEY");
  }

  @Test
  void indicesEmbeddedInTheCatalogueAreUsedWithoutAKey() throws Exception {
    JsonNode models = system.api().get("/models?limit=1000").orElseThrow().path("data");
    assertThat(models)
        .anySatisfy(
            model -> assertThat(model.at("/benchmarks/intelligenceIndex").isNumber()).isTrue());
  }

  private static boolean isFilled(StatusAnswer status) {
    return FILLED.stream()
            .allMatch(
                source ->
                    status.source(source).path("applied").asBoolean() && status.count(source) > 0)
        && status.outcome(Source.ARTIFICIAL_ANALYSIS).equals("disabled");
  }
}
