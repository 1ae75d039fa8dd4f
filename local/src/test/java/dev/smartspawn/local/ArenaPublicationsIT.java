package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LMArena's figures with its release files, with its own data set, and with both. */
class ArenaPublicationsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** It is on both boards of both publications. */
  private static final String MODEL = "google/gemini-2.5-pro";

  private static final String RELEASED = "2026-02-10";
  private static final String PUBLISHED = "2026-07-10";

  @TempDir Path work;

  @BeforeAll
  static void needRecordings() {
    RecordedFigures.assumePresent();
  }

  @Test
  void withBothTheNewerOneCounts() throws Exception {
    try (RecordedSources sources = RecordedSources.start(ProjectFiles.shared());
        RunningSystem system = start(sources)) {
      StatusAnswer status = awaitAll(system, "ok", "ok");

      assertThat(use(status, Source.LMARENA_DATASET))
          .contains("text: used, published " + PUBLISHED);
      assertThat(use(status, Source.LMARENA)).contains("text: used only for models that the other");
      assertThat(arena(system)).isEqualTo(figure(system, "lmarena-dataset/text/overall"));
      assertEvidence(system, "lmarena/text", "text", RELEASED);
      assertEvidence(system, "lmarena-dataset/text/math", "text_style_control", PUBLISHED);
      assertLineage(system);
    }
  }

  @Test
  void withoutTheDatasetTheReleaseCounts() throws Exception {
    Path recordings = recordingsWithoutDataset();
    try (RecordedSources sources =
            RecordedSources.start(
                ProjectFiles.shared(), LoopbackPort.free(), recordings, Map.of());
        RunningSystem system = start(sources)) {
      StatusAnswer status = awaitAll(system, "ok", "absent");

      assertThat(status.body().at("/data/status").asText()).isEqualTo("ok");
      assertThat(status.count(Source.LMARENA_DATASET)).isZero();
      assertThat(status.source(Source.LMARENA_DATASET).path("reason").asText()).contains("404");
      assertThat(use(status, Source.LMARENA)).contains("there is no other publication");
      assertThat(arena(system)).isEqualTo(figure(system, "lmarena/text"));
      assertEvidence(system, "lmarena/text", "text", RELEASED);
      assertThat(evidence(system).filter(ArenaPublicationsIT::isOfDataset)).isEmpty();
    }
  }

  @Test
  void withoutTheReleaseTheDatasetCounts() throws Exception {
    try (RecordedSources sources =
            RecordedSources.start(
                ProjectFiles.shared(), LoopbackPort.free(), null, Map.of(Source.LMARENA, "500"));
        RunningSystem system = start(sources)) {
      StatusAnswer status = awaitAll(system, "stale", "ok");

      assertThat(status.source(Source.LMARENA).path("reason").asText()).contains("answered 500");
      assertThat(use(status, Source.LMARENA_DATASET))
          .contains("text: used, published " + PUBLISHED);
      assertThat(arena(system)).isEqualTo(figure(system, "lmarena-dataset/text/overall"));
      assertEvidence(
          system, "lmarena-dataset/text/creative_writing", "text_style_control", PUBLISHED);
      assertLineage(system);
    }
  }

  private RunningSystem start(RecordedSources sources) {
    return RunningSystem.start(work.resolve("data"), RunningSystem.sourcesAt(sources.url()));
  }

  private static StatusAnswer awaitAll(RunningSystem system, String release, String dataset)
      throws Exception {
    return system
        .api()
        .awaitStatus(
            PATIENCE,
            status ->
                status.outcome(Source.LMARENA).equals(release)
                    && status.outcome(Source.LMARENA_DATASET).equals(dataset)
                    && Source.PULLED.stream()
                        .allMatch(source -> status.source(source).path("applied").asBoolean()));
  }

  private static String use(StatusAnswer status, Source source) {
    return status.source(source).path("use").toString();
  }

  private static double arena(RunningSystem system) throws Exception {
    return system
        .api()
        .get("/models/" + MODEL)
        .orElseThrow()
        .at("/data/benchmarks/arena")
        .asDouble();
  }

  private static Stream<JsonNode> evidence(RunningSystem system) throws Exception {
    JsonNode evidence = system.api().get("/models/" + MODEL + "/evidence").orElseThrow();
    return StreamSupport.stream(evidence.path("data").spliterator(), false);
  }

  private static JsonNode entry(RunningSystem system, String metric) throws Exception {
    return evidence(system)
        .filter(one -> one.path("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static double figure(RunningSystem system, String metric) throws Exception {
    return entry(system, metric).path("value").asDouble();
  }

  private static void assertEvidence(
      RunningSystem system, String metric, String board, String published) throws Exception {
    JsonNode entry = entry(system, metric);
    String category = metric.substring(metric.lastIndexOf('/') + 1);
    assertThat(entry.path("board").asText()).isEqualTo(board);
    assertThat(entry.path("category").asText())
        .isEqualTo(metric.startsWith("lmarena/") ? "overall" : category);
    assertThat(entry.path("published").asText()).isEqualTo(published);
    assertThat(entry.path("votes").asLong()).isPositive();
    assertThat(entry.path("lower").asDouble()).isLessThan(entry.path("value").asDouble());
  }

  /** The number is in the record that the evidence points to. */
  private static void assertLineage(RunningSystem system) throws Exception {
    JsonNode entry = entry(system, "lmarena-dataset/text/math");
    JsonNode record =
        RunningSystem.table(system.bootstrapServers(), Topics.RAW_LMARENA_DATASET)
            .get(entry.path("sourceId").asText());
    assertThat(entry.path("topic").asText()).isEqualTo(Topics.RAW_LMARENA_DATASET.name());
    assertThat(record.at("/record/categories/math/rating").asDouble())
        .isEqualTo(entry.path("value").asDouble());
  }

  private static boolean isOfDataset(JsonNode entry) {
    return entry.path("source").asText().equals(Source.LMARENA_DATASET.id());
  }

  private Path recordingsWithoutDataset() throws IOException {
    Path from = ProjectFiles.shared().resolve("recordings");
    Path to = work.resolve("recordings");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = from.relativize(file);
        if (!relative.startsWith("lmarena/dataset")) {
          Path copy = to.resolve(relative.toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return to;
  }
}
