package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line added to aliases.yaml while the system runs. */
class AliasEditIT {

  private static final Logger log = LoggerFactory.getLogger(AliasEditIT.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * On LMArena's board, but not in the catalogue. Its rating is so far below the model's that the
   * model's estimates move by more than their error: smaller moves are not told as changes.
   */
  private static final String NAME = "llama-13b";

  private static final String MODEL = "mistralai/mistral-large";

  @TempDir Path data;

  @Test
  void movesTheModelAndSaysBecauseOfWhat() throws Exception {
    RecordedFigures.assumePresent();
    Path project = ProjectFiles.root().resolve("data");
    Path aliases = Files.copy(project.resolve("aliases.yaml"), data.resolve("aliases.yaml"));
    try (RecordedSources sources = RecordedSources.start(ProjectFiles.shared());
        RunningSystem system =
            RunningSystem.start(
                data, ReferenceFolder.of(data, project), RunningSystem.sourcesAt(sources.url()))) {
      system.api().awaitStatus(PATIENCE, StatusAnswer::isComplete);
      system.api().await(unresolved(), PATIENCE, AliasEditIT::hasData);
      JsonNode before = model(system);
      Map<Source, Integer> hits = SourceHits.of(sources);

      long written = System.nanoTime();
      Files.writeString(aliases, "%n%s: [%s]%n".formatted(MODEL, NAME), StandardOpenOption.APPEND);
      system.api().await("/models/" + MODEL + "/evidence", PATIENCE, AliasEditIT::saysAlias);
      Duration taken = Duration.ofNanos(System.nanoTime() - written);
      log.info(
          "an alias is in force {} ms after it was written (promised: 2000)", taken.toMillis());

      assertThat(model(system).path("estimates")).isNotEqualTo(before.path("estimates"));
      system.api().await(unresolved(), PATIENCE, answer -> !hasData(answer));
      await().atMost(PATIENCE).until(() -> !changesBecauseOfAliases(system).isEmpty());
      log.info("told as {}", changesBecauseOfAliases(system));
      assertThat(SourceHits.of(sources)).as("nothing was pulled for it").isEqualTo(hits);
    }
  }

  private static JsonNode model(RunningSystem system) throws InterruptedException {
    return system.api().get("/models/" + MODEL).map(answer -> answer.path("data")).orElseThrow();
  }

  private static String unresolved() {
    return "/names/unresolved?source=lmarena&q=" + NAME;
  }

  private static boolean hasData(JsonNode answer) {
    return !answer.path("data").isEmpty();
  }

  private static boolean saysAlias(JsonNode evidence) {
    for (JsonNode entry : evidence.path("data")) {
      if (entry.path("sourceName").asText().equals(NAME)) {
        return entry.path("rule").asText().equals("alias");
      }
    }
    return false;
  }

  /** The model's, and no other source was applied with them. */
  private static List<JsonNode> changesBecauseOfAliases(RunningSystem system) {
    List<JsonNode> changes = new ArrayList<>();
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(KafkaClients.plain(system.bootstrapServers(), "test"))) {
      reader.readAll(
          Topics.MODEL_CHANGES.name(),
          record ->
              Optional.of(parse(record.value()))
                  .filter(AliasEditIT::isMeant)
                  .ifPresent(changes::add));
    }
    return changes;
  }

  private static boolean isMeant(JsonNode change) {
    JsonNode because = change.path("because");
    return change.path("modelId").asText().equals(MODEL)
        && because.size() == 1
        && because.has(Source.ALIASES.id());
  }

  private static JsonNode parse(byte[] value) {
    try {
      return Json.MAPPER.readTree(new String(value, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
