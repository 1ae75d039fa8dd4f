package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All sources in, a recommendation out. */
class PipelineIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path data;
  private static RecordedSources sources;
  private static RunningSystem system;

  @BeforeAll
  static void pullEverything() throws Exception {
    RecordedFigures.assumePresent();
    sources = RecordedSources.start(ProjectFiles.shared());
    system = RunningSystem.start(data, RunningSystem.sourcesAt(sources.url()));
    system.api().awaitStatus(PATIENCE, StatusAnswer::isComplete);
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
    if (sources != null) {
      sources.close();
    }
  }

  @Test
  void statusCountsEveryRecordOfEverySource() throws Exception {
    StatusAnswer status = system.api().status();
    assertThat(status.body().at("/data/status").asText()).isEqualTo("ok");
    assertThat(status.count(Source.OPENROUTER)).isEqualTo(RecordedFigures.OPENROUTER);
    assertThat(status.count(Source.ARTIFICIAL_ANALYSIS))
        .isEqualTo(RecordedFigures.ARTIFICIAL_ANALYSIS);
    assertThat(status.count(Source.HF_LEADERBOARD)).isEqualTo(RecordedFigures.HF_LEADERBOARD);
    assertThat(status.count(Source.LMARENA)).isEqualTo(RecordedFigures.LMARENA);
    assertThat(status.count(Source.LMARENA_DATASET)).isEqualTo(RecordedFigures.LMARENA_DATASET);
    assertThat(status.count(Source.LIVEBENCH)).isEqualTo(RecordedFigures.LIVEBENCH);
  }

  @Test
  void pickNamesAModelThatIsServed() throws Exception {
    JsonNode pick = system.api().get("/pick?task=coding").orElseThrow().path("data");
    assertThat(pick.path("reason").asText()).isNotBlank();
    JsonNode model =
        system.api().get("/models/" + pick.path("id").asText()).orElseThrow().path("data");
    assertThat(model.at("/scores/coding").asDouble()).isBetween(0.0, 100.0);
    assertThat(model.at("/pricing/prompt").asDouble()).isBetween(0.0, 5.0);
    assertThat(model.path("sourcesCovered")).hasSizeGreaterThan(1);
  }

  @Test
  void everyModelOfTheCatalogueIsServed() throws Exception {
    JsonNode models = system.api().get("/models?limit=1000").orElseThrow();
    assertThat(models.at("/meta/total").asInt())
        .isEqualTo(system.api().status().modelCount())
        .isEqualTo(models.path("data").size())
        .isBetween(300, RecordedFigures.OPENROUTER);
    assertThat(models.path("data"))
        .allSatisfy(model -> assertThat(model.path("sourcesCovered").isEmpty()).isFalse());
  }

  @Test
  void benchmarksOfEverySourceReachModels() throws Exception {
    JsonNode models = system.api().get("/models?limit=1000").orElseThrow().path("data");
    for (Source source : Source.PULLED) {
      assertThat(models)
          .as("models that %s says something about", source)
          .anySatisfy(
              model ->
                  assertThat(model.path("sourcesCovered"))
                      .contains(Json.MAPPER.valueToTree(source)));
    }
  }

  @Test
  void plainKafkaClientTriggersARefresh() throws Exception {
    StatusAnswer before = system.api().status();
    Map<Source, Integer> hitsBefore = SourceHits.of(sources);
    RunningSystem.sendPlainRefresh(system.bootstrapServers());
    StatusAnswer after =
        system.api().awaitStatus(PATIENCE, status -> status.isRefreshedSince(before));
    assertThat(after.isComplete()).isTrue();
    assertThat(after.modelCount()).isEqualTo(before.modelCount());
    assertThat(SourceHits.of(sources))
        .allSatisfy((source, count) -> assertThat(count).isGreaterThan(hitsBefore.get(source)));
  }

  @Test
  void modelsFileHoldsWhatIsServed() throws Exception {
    int served = system.api().status().modelCount();
    Path file = data.resolve("models.json");
    await().atMost(PATIENCE).until(() -> Files.exists(file));
    JsonNode models = Json.MAPPER.readTree(file.toFile());
    JsonNode list = models.isArray() ? models : models.path("data");
    assertThat(list).hasSize(served);
  }

  @Test
  void topicsHoldOneRecordPerThing() {
    Map<String, JsonNode> enriched =
        RunningSystem.table(system.bootstrapServers(), Topics.ENRICHED_MODELS);
    Map<String, JsonNode> catalogue =
        RunningSystem.table(system.bootstrapServers(), Topics.RAW_OPENROUTER);
    assertThat(catalogue).hasSize(RecordedFigures.OPENROUTER);
    assertThat(catalogue.keySet()).containsAll(enriched.keySet());
    assertThat(RunningSystem.table(system.bootstrapServers(), Topics.RAW_LMARENA))
        .hasSize(RecordedFigures.LMARENA);
  }

  @Test
  void nothingIsADeadLetter() {
    assertThat(RunningSystem.table(system.bootstrapServers(), Topics.DEAD_LETTERS)).isEmpty();
  }

  /** What CI prints of it stays behind in the build's folder. */
  @Test
  void namesAndRankingAreEvaluated() throws Exception {
    Path json = Path.of("target", "evaluation.json");
    CommandRun run =
        CommandRun.of(
            "evaluate", "--bootstrap-server", system.bootstrapServers(), "--json", json.toString());
    Files.writeString(Path.of("target", "evaluation.txt"), run.out());
    assertThat(run.err().strip()).isEqualTo("written to " + json);
    JsonNode evaluation = Json.MAPPER.readTree(json.toFile());
    for (Source source : Source.PULLED) {
      JsonNode with = evaluation.at("/names/withAliases/sources/" + source.id());
      JsonNode without = evaluation.at("/names/withoutAliases/sources/" + source.id());
      assertThat(with.path("recall").asDouble()).as("%s", source).isGreaterThanOrEqualTo(0.97);
      assertThat(with.path("precision").asDouble()).as("%s", source).isGreaterThanOrEqualTo(0.99);
      assertThat(without.path("precision").asDouble()).isGreaterThanOrEqualTo(0.99);
    }
    assertThat(evaluation.at("/ranking/findings")).hasSizeGreaterThan(10);
    assertThat(run.out()).contains("without any alias", "best single remaining metric", "regret");
  }
}
