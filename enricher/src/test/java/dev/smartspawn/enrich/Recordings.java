package dev.smartspawn.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.Json;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the sources really said, where recordings lie beside the project. Read just well enough for
 * a test; reading them properly is the ingestors' work.
 */
final class Recordings {

  private static final String METRIC_PREFIX = "artificial_analysis_";

  private final Path root;

  private Recordings(Path root) {
    this.root = root;
  }

  static Optional<Recordings> find() {
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(path -> path.resolve("shared/recordings"))
        .filter(Files::isDirectory)
        .findFirst()
        .map(Recordings::new);
  }

  Given all() {
    Given given = new Given();
    catalogue().forEach(given::listing);
    rows("artificial-analysis/models.json", "data").map(this::analysis).forEach(given::analysis);
    rows("hf-leaderboard/rows.json", "rows")
        .map(row -> evaluation(row.get("row")))
        .forEach(given::hf);
    ratings(Board.TEXT, "lmarena/lmarena_text.csv").forEach(given::rating);
    ratings(Board.VISION, "lmarena/lmarena_vision.csv").forEach(given::rating);
    return given;
  }

  Stream<OpenRouterModel> catalogue() {
    return rows("openrouter/models.json", "data").map(this::listing);
  }

  private OpenRouterModel listing(JsonNode model) {
    JsonNode pricing = model.get("pricing");
    JsonNode architecture = model.get("architecture");
    return new OpenRouterModel(
        model.get("id").asText(),
        text(model, "canonical_slug"),
        text(model, "hugging_face_id"),
        model.get("name").asText(),
        Instant.ofEpochSecond(model.get("created").asLong()),
        date(model, "expiration_date"),
        model.get("context_length").asLong(),
        null,
        texts(architecture.get("input_modalities")),
        texts(architecture.get("output_modalities")),
        texts(model.get("supported_parameters")),
        new Pricing(
            new BigDecimal(pricing.get("prompt").asText()),
            new BigDecimal(pricing.get("completion").asText()),
            null,
            null,
            null,
            null),
        reasoning(model.get("reasoning")),
        null,
        embedded(model.path("benchmarks").path("artificial_analysis")));
  }

  private static Reasoning reasoning(JsonNode reasoning) {
    return reasoning == null || reasoning.isEmpty()
        ? null
        : new Reasoning(
            truth(reasoning, "mandatory"),
            texts(reasoning.get("supported_efforts")),
            text(reasoning, "default_effort"),
            truth(reasoning, "default_enabled"));
  }

  private static EmbeddedIndices embedded(JsonNode indices) {
    return indices.isEmpty()
        ? null
        : new EmbeddedIndices(
            number(indices, "intelligence_index"),
            number(indices, "coding_index"),
            number(indices, "agentic_index"));
  }

  private ArtificialAnalysisModel analysis(JsonNode row) {
    Map<String, Double> evaluations = new TreeMap<>();
    row.get("evaluations")
        .properties()
        .forEach(
            metric -> {
              if (metric.getValue().isNumber()) {
                String name = metric.getKey().replace(METRIC_PREFIX, "");
                evaluations.put(name, metric.getValue().asDouble());
              }
            });
    return new ArtificialAnalysisModel(
        row.get("id").asText(),
        row.get("name").asText(),
        row.get("slug").asText(),
        date(row, "release_date"),
        row.get("model_creator").get("name").asText(),
        row.get("model_creator").get("slug").asText(),
        evaluations,
        null,
        null,
        number(row, "median_output_tokens_per_second"),
        number(row, "median_time_to_first_token_seconds"),
        null);
  }

  private HfEvaluation evaluation(JsonNode row) {
    return new HfEvaluation(
        row.get("eval_name").asText(),
        row.get("fullname").asText(),
        text(row, "Precision"),
        text(row, "Type"),
        text(row, "Model sha"),
        number(row, "#Params (B)"),
        truth(row, "Official Providers"),
        truth(row, "Flagged"),
        truth(row, "Merged"),
        text(row, "Base Model"),
        number(row, "Average ⬆️"),
        number(row, "IFEval"),
        number(row, "BBH"),
        number(row, "MATH Lvl 5"),
        number(row, "GPQA"),
        number(row, "MUSR"),
        number(row, "MMLU-PRO"));
  }

  /** The model and its Elo are the third and fourth column, and no name there holds a comma. */
  private Stream<ArenaRating> ratings(Board board, String file) {
    try {
      return Files.readAllLines(root.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split(","))
          .map(cells -> Rows.rating(board, cells[2], Double.parseDouble(cells[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<JsonNode> rows(String file, String field) {
    try {
      JsonNode tree = Json.MAPPER.readTree(root.resolve(file).toFile());
      return StreamSupport.stream(tree.get(field).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) && !node.get(field).asText().isBlank()
        ? node.get(field).asText()
        : null;
  }

  private static Double number(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asDouble() : null;
  }

  private static Boolean truth(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asBoolean() : null;
  }

  private static LocalDate date(JsonNode node, String field) {
    String text = text(node, field);
    return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
  }

  private static List<String> texts(JsonNode array) {
    return array == null
        ? List.of()
        : StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
