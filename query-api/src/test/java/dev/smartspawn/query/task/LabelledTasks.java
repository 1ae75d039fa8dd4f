package dev.smartspawn.query.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.smartspawn.schema.enriched.Category;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The labelled tasks of the project. All are of its own writing. */
final class LabelledTasks {

  private static final Path FOLDER = Path.of("src", "test", "resources", "task");
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelledTasks() {}

  /** The first ones: without kinds, all in English or nearly so. */
  static List<LabelledTask> first() {
    return lines(FOLDER.resolve("labelled-tasks.tsv")).stream()
        .map(LabelledTasks::parseFirst)
        .toList();
  }

  /** All of them, always in the same order. */
  static List<LabelledTask> all() {
    List<LabelledTask> tasks = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER.resolve("training"))) {
      for (Path file : files.sorted().toList()) {
        lines(file).stream().map(LabelledTasks::parse).forEach(tasks::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tasks.addAll(first());
    return tasks;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabelledTask parseFirst(String line) {
    int tab = line.lastIndexOf('\t');
    String text = line.substring(0, tab).replace("\\n", "\n");
    // Any split into groups will do: these tasks have no kinds.
    String kind = "first-" + Math.floorMod(text.hashCode(), 16);
    return new LabelledTask(text, Category.of(line.substring(tab + 1)), kind, "en", Map.of());
  }

  private static LabelledTask parse(String line) {
    try {
      JsonNode task = JSON.readTree(line);
      Map<String, String> facets = new HashMap<>();
      for (Map.Entry<String, JsonNode> facet : task.path("facets").properties()) {
        facets.put(facet.getKey(), facet.getValue().asText());
      }
      return new LabelledTask(
          task.get("task").asText(),
          Category.of(task.get("category").asText()),
          task.get("kind").asText(),
          task.get("lang").asText(),
          facets);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }
}
