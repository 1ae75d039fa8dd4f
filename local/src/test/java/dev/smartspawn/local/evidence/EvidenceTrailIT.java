package dev.smartspawn.local.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.RecordedFigures;
import dev.smartspawn.local.ReferenceFolder;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From what is recommended down to the raw record's offset: every model, every number of it, none
 * left out. Nothing but HTTP and Kafka is asked.
 */
class EvidenceTrailIT {

  private static final Logger log = LoggerFactory.getLogger(EvidenceTrailIT.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String SET_BY_HAND = "mistralai/mistral-large";

  @TempDir static Path data;
  private static RecordedSources sources;
  private static RunningSystem system;
  private static RawRecords records;

  /** In the order of their ids, as the API gives them. */
  private static final Map<String, ServedFigures> served = new TreeMap<>();

  @BeforeAll
  static void pullEverything() throws Exception {
    RecordedFigures.assumePresent();
    Path project = ProjectFiles.root().resolve("data");
    Path overrides = data.resolve("seed-overrides.yaml");
    Files.copy(project.resolve("seed-overrides.yaml"), overrides);
    Files.writeString(
        overrides,
        "%n%s:%n  scores: {coding: 61.5, general: 58}%n".formatted(SET_BY_HAND),
        StandardOpenOption.APPEND);
    sources = RecordedSources.start(ProjectFiles.shared());
    system =
        RunningSystem.start(
            data, ReferenceFolder.of(data, project), RunningSystem.sourcesAt(sources.url()));
    system.api().awaitStatus(PATIENCE, StatusAnswer::isComplete);
    system.api().await(evidencePath(SET_BY_HAND), PATIENCE, EvidenceTrailIT::isSetByHand);
    records = RawRecords.of(system.bootstrapServers(), topics());
    for (JsonNode model : list("/models?limit=1000")) {
      String id = model.path("id").asText();
      served.put(id, new ServedFigures(model, list(evidencePath(id))));
    }
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
    if (sources != null) {
      sources.close();
    }
    served.clear();
  }

  @Test
  void everyEntryIsTheNumberOfTheRecordItPointsAt() {
    Map<Source, Integer> walked = new TreeMap<>();
    List<String> broken = new ArrayList<>();
    served.forEach(
        (id, figures) ->
            figures
                .evidence()
                .forEach(
                    entry -> {
                      walked.merge(source(entry), 1, Integer::sum);
                      if (!isTrue(entry)) {
                        broken.add(id + ": " + entry + " but " + records.at(entry));
                      }
                    }));
    log.info("evidence of {} models followed to its records: {}", served.size(), walked);
    assertThat(broken).isEmpty();
    assertThat(walked).containsKeys(Source.PULLED.toArray(Source[]::new));
    assertThat(walked).containsEntry(Source.OVERRIDES, 2);
  }

  @Test
  void everyFigureShownHasItsEntry() {
    assertThat(served)
        .allSatisfy(
            (id, figures) -> {
              assertThat(figures.untraced()).as("benchmarks and speed").isEmpty();
              assertThat(figures.unexplained()).as("scores").isEmpty();
              assertThat(figures.unbacked()).as("estimates").isEmpty();
            });
  }

  /** Numbers of a variant or an alias may be another's, which then has the same numbers itself. */
  @Test
  void sharedNumbersSayWhose() {
    List<String> broken = new ArrayList<>();
    Set<String> sharing = new TreeSet<>();
    served.forEach(
        (id, figures) ->
            figures
                .evidence()
                .forEach(
                    entry -> {
                      String[] rule = entry.path("rule").asText().split(" via ", 2);
                      if (rule.length == 2) {
                        sharing.add(id);
                        ServedFigures owner = served.get(rule[1]);
                        if (owner == null || owner.evidence().stream().noneMatch(same(entry))) {
                          broken.add(id + ": " + entry);
                        }
                      }
                    }));
    log.info("{} models share another's evidence", sharing.size());
    assertThat(broken).isEmpty();
    assertThat(sharing).isNotEmpty();
  }

  /** Whatever any category recommends, first or last, is one of the models walked here. */
  @Test
  void everythingRecommendedWasWalked() throws Exception {
    for (Category category : Category.values()) {
      JsonNode answer =
          system
              .api()
              .get("/recommend?budget=any&count=5&explain=true&task=" + category.id())
              .orElseThrow();
      assertThat(answer.path("data")).as("%s", category).isNotEmpty();
      for (JsonNode recommended : answer.path("data")) {
        String id = recommended.at("/model/id").asText();
        assertThat(recommended.path("model")).isEqualTo(known(id).model());
      }
      Set<String> considered = new TreeSet<>();
      answer.at("/meta/ladder").forEach(rung -> considered.add(rung.path("id").asText()));
      assertThat(considered).as("ladder of %s", category).isNotEmpty();
      assertThat(served.keySet()).as("ladder of %s", category).containsAll(considered);
    }
  }

  private static ServedFigures known(String id) {
    return Objects.requireNonNull(served.get(id), id);
  }

  private static boolean isTrue(JsonNode entry) {
    Source source = source(entry);
    JsonNode record = records.at(entry);
    if (record.isMissingNode()) {
      return false;
    }
    JsonNode number = RawRecords.number(source, entry.path("metric").asText(), record);
    return number.isNumber()
        && number.asDouble() == entry.path("raw").asDouble()
        && RawRecords.key(record).equals(entry.path("sourceId").asText())
        && RawRecords.name(source, record).equals(entry.path("sourceName").asText())
        && record.at("/value/pulledAt").asText("").equals(entry.path("pulledAt").asText(""))
        && entry.path("metric").asText().startsWith(source.id() + "/")
        && !entry.path("unit").asText().isEmpty()
        && !entry.path("rule").asText().isEmpty()
        && entry.path("confidence").asDouble() > 0;
  }

  private static Predicate<JsonNode> same(JsonNode entry) {
    return other ->
        Stream.of("metric", "raw", "sourceId", "topic", "partition", "offset")
            .allMatch(field -> other.path(field).equals(entry.path(field)));
  }

  private static Source source(JsonNode entry) {
    return Source.of(entry.path("source").asText());
  }

  private static boolean isSetByHand(JsonNode evidence) {
    return StreamSupport.stream(evidence.path("data").spliterator(), false)
        .anyMatch(entry -> source(entry).equals(Source.OVERRIDES));
  }

  private static String evidencePath(String id) {
    return "/models/" + id + "/evidence";
  }

  private static List<JsonNode> list(String path) throws InterruptedException {
    JsonNode data = system.api().get(path).orElseThrow().path("data");
    return StreamSupport.stream(data.spliterator(), false).toList();
  }

  private static List<String> topics() {
    return Stream.concat(Topics.RAW.stream(), Stream.of(Topics.REFERENCE_OVERRIDES))
        .map(topic -> topic.name())
        .toList();
  }
}
