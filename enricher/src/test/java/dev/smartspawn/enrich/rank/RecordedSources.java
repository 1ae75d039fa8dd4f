package dev.smartspawn.enrich.rank;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.Json;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the recordings beside the project hold, as far as ranking asks for it. Only for well-formed
 * files: reading what sources really send is the ingestors' work.
 */
record RecordedSources(Path folder) {

  /** The folder, looked for from the module upwards; empty where there are no recordings. */
  static Optional<RecordedSources> find() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path folder = up.resolve("shared").resolve("recordings");
      if (Files.isDirectory(folder)) {
        return Optional.of(new RecordedSources(folder));
      }
    }
    return Optional.empty();
  }

  List<OpenRouterModel> catalogue() {
    List<OpenRouterModel> models = new ArrayList<>();
    json("openrouter/models.json").get("data").forEach(model -> models.add(listing(model)));
    return models;
  }

  List<ArtificialAnalysisModel> artificialAnalysis() {
    List<ArtificialAnalysisModel> rows = new ArrayList<>();
    json("artificial-analysis/models.json").get("data").forEach(row -> rows.add(analysis(row)));
    return rows;
  }

  List<HfEvaluation> hfLeaderboard() {
    List<HfEvaluation> rows = new ArrayList<>();
    json("hf-leaderboard/rows.json").get("rows").forEach(row -> rows.add(hf(row.get("row"))));
    return rows;
  }

  List<ArenaRating> arena() {
    List<ArenaRating> ratings = new ArrayList<>();
    for (ArenaRating.Board board : ArenaRating.Board.values()) {
      try (var lines =
          Files.lines(folder.resolve("lmarena/lmarena_%s.csv".formatted(board.id())))) {
        lines.skip(1).map(line -> rating(board, line)).forEach(ratings::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ratings;
  }

  List<LiveBenchResult> liveBench() {
    return RecordedJudgments.read(folder.resolve("livebench/leaderboard-00000-of-00001.parquet"));
  }

  private JsonNode json(String path) {
    try {
      return Json.MAPPER.readTree(folder.resolve(path).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenRouterModel listing(JsonNode model) {
    JsonNode architecture = model.path("architecture");
    JsonNode pricing = model.path("pricing");
    JsonNode reasoning = model.path("reasoning");
    JsonNode indices = model.path("benchmarks").path("artificial_analysis");
    return new OpenRouterModel(
        model.get("id").asText(),
        text(model, "canonical_slug"),
        text(model, "hugging_face_id"),
        model.get("name").asText(),
        Instant.ofEpochSecond(model.get("created").asLong()),
        null,
        model.path("context_length").asLong(),
        null,
        texts(architecture.path("input_modalities")),
        texts(architecture.path("output_modalities")),
        texts(model.path("supported_parameters")),
        new OpenRouterModel.Pricing(
            new BigDecimal(pricing.get("prompt").asText()),
            new BigDecimal(pricing.get("completion").asText()),
            null,
            null,
            null,
            List.of()),
        reasoning.isObject()
            ? new OpenRouterModel.Reasoning(
                flag(reasoning, "mandatory"),
                texts(reasoning.path("supported_efforts")),
                text(reasoning, "default_effort"),
                flag(reasoning, "default_enabled"))
            : null,
        model.path("alias_target").isObject()
            ? new OpenRouterModel.AliasTarget(null, model.get("alias_target").get("slug").asText())
            : null,
        indices.isObject()
            ? new OpenRouterModel.EmbeddedIndices(
                number(indices, "intelligence_index"),
                number(indices, "coding_index"),
                number(indices, "agentic_index"))
            : null);
  }

  private static ArtificialAnalysisModel analysis(JsonNode row) {
    Map<String, Double> evaluations = new TreeMap<>();
    row.get("evaluations")
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNumber()) {
                String metric = field.getKey().replaceFirst("^artificial_analysis_", "");
                evaluations.put(metric, field.getValue().asDouble());
              }
            });
    String released = text(row, "release_date");
    return new ArtificialAnalysisModel(
        row.get("id").asText(),
        row.get("name").asText(),
        row.get("slug").asText(),
        released == null ? null : LocalDate.parse(released),
        text(row.path("model_creator"), "name"),
        text(row.path("model_creator"), "slug"),
        evaluations,
        null,
        null,
        null,
        null,
        null);
  }

  private static HfEvaluation hf(JsonNode row) {
    return new HfEvaluation(
        row.get("eval_name").asText(),
        row.get("fullname").asText(),
        text(row, "Precision"),
        text(row, "Type"),
        null,
        null,
        flag(row, "Official Providers"),
        flag(row, "Flagged"),
        flag(row, "Merged"),
        null,
        number(row, "Average ⬆️"),
        number(row, "IFEval"),
        number(row, "BBH"),
        number(row, "MATH Lvl 5"),
        number(row, "GPQA"),
        number(row, "MUSR"),
        number(row, "MMLU-PRO"));
  }

  /** rank, rank with style, model, score, interval, votes, organization: no name has a comma. */
  private static ArenaRating rating(ArenaRating.Board board, String line) {
    List<String> cells = List.of(line.split(",", -1));
    String name = cells.get(2);
    double rating = Double.parseDouble(cells.get(3));
    return new ArenaRating(board, name, rating, null, null, null, null, cells.get(6), null);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static @Nullable String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return text.isBlank() || text.equals("null") ? null : text;
  }

  private static @Nullable Double number(JsonNode node, String field) {
    return node.path(field).isNumber() ? node.path(field).asDouble() : null;
  }

  private static @Nullable Boolean flag(JsonNode node, String field) {
    return node.path(field).isBoolean() ? node.path(field).asBoolean() : null;
  }
}
