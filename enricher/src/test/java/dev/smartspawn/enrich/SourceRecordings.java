package dev.smartspawn.enrich;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.AliasTarget;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * What the sources really said, where recordings lie beside the project. Read just well enough for
 * a test; reading them properly is the ingestors' work.
 */
public final class SourceRecordings {

  private static final String METRIC_PREFIX = "artificial_analysis_";

  private static final String DATASET = "lmarena/dataset";

  /** The newest first; each has only what differs from the ones after it. */
  private final List<Path> layers;

  private SourceRecordings(List<Path> layers) {
    this.layers = layers;
  }

  /** Looked for from the module upwards; empty where the project stands alone. */
  public static Optional<SourceRecordings> find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/recordings");
      if (Files.isDirectory(folder)) {
        return Optional.of(new SourceRecordings(List.of(folder)));
      }
    }
    return Optional.empty();
  }

  /** Skips the test where there are none. */
  public static SourceRecordings assumePresent() {
    Optional<SourceRecordings> recordings = find();
    assumeTrue(recordings.isPresent(), "no ../shared/recordings beside the project");
    return recordings.orElseThrow();
  }

  /** The recorded days, in order; none where there are no days beside the recordings. */
  public List<LocalDate> days() {
    Path days = recorded().resolveSibling("days");
    if (!Files.isDirectory(days)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(days)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("\\d{4}-\\d\\d-\\d\\d"))
          .map(LocalDate::parse)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the sources said on that day. */
  public SourceRecordings on(LocalDate day) {
    List<Path> newestFirst = new ArrayList<>();
    for (LocalDate each : days()) {
      if (!each.isAfter(day)) {
        newestFirst.add(0, recorded().resolveSibling("days").resolve(each.toString()));
      }
    }
    newestFirst.add(recorded());
    return new SourceRecordings(newestFirst);
  }

  private Path recorded() {
    return layers.get(layers.size() - 1);
  }

  private Path file(String name) {
    return layers.stream()
        .map(layer -> layer.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow();
  }

  public List<OpenRouterModel> catalogue() {
    return rows("openrouter/models.json", "data").map(SourceRecordings::listing).toList();
  }

  public List<ArtificialAnalysisModel> artificialAnalysis() {
    return rows("artificial-analysis/models.json", "data").map(SourceRecordings::analysis).toList();
  }

  public List<HfEvaluation> hfLeaderboard() {
    return rows("hf-leaderboard/rows.json", "rows").map(row -> evaluation(row.get("row"))).toList();
  }

  /** Of both boards. */
  public List<ArenaRating> arena() {
    return Stream.of(Board.values()).flatMap(this::ratings).toList();
  }

  /** LMArena's own data set; none in a recording without it, or on a day before it was recorded. */
  public List<ArenaStanding> arenaDataset() {
    SortedMap<String, Path> newest = new TreeMap<>();
    for (Path layer : layers.size() > 1 ? layers.subList(0, layers.size() - 1) : layers) {
      files(layer.resolve(DATASET))
          .forEach(file -> newest.putIfAbsent(file.getFileName().toString(), file));
    }
    return newest.values().stream().flatMap(SourceRecordings::standings).toList();
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ArenaStanding> standings(Path file) {
    String board = file.getFileName().toString().replace(".parquet", "");
    Map<String, List<Group>> byModel =
        RecordedRows.of(file)
            .collect(
                Collectors.groupingBy(
                    row -> row.getString("model_name", 0), TreeMap::new, Collectors.toList()));
    return byModel.entrySet().stream()
        .map(model -> standing(board, model.getKey(), model.getValue()));
  }

  private static ArenaStanding standing(String board, String name, List<Group> rows) {
    Map<String, ArenaStanding.Rating> categories = new TreeMap<>();
    rows.forEach(
        row ->
            categories.putIfAbsent(
                row.getString("category", 0),
                new ArenaStanding.Rating(
                    row.getDouble("rating", 0),
                    row.getDouble("rating_lower", 0),
                    row.getDouble("rating_upper", 0),
                    row.getDouble("variance", 0),
                    row.getLong("vote_count", 0),
                    (int) row.getLong("rank", 0),
                    LocalDate.parse(row.getString("leaderboard_publish_date", 0)))));
    boolean named = rows.get(0).getFieldRepetitionCount("organization") > 0;
    String organization = named ? rows.get(0).getString("organization", 0) : "";
    return new ArenaStanding(
        board, name, organization.isBlank() ? null : organization, null, categories);
  }

  public List<LiveBenchResult> liveBench() {
    return RecordedJudgments.read(file("livebench/leaderboard-00000-of-00001.parquet"));
  }

  private Stream<ArenaRating> ratings(Board board) {
    Path file = file("lmarena/lmarena_%s.csv".formatted(board.id()));
    try {
      return Files.readAllLines(file).stream().skip(1).map(line -> rating(board, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<JsonNode> rows(String file, String field) {
    try {
      JsonNode tree = Json.MAPPER.readTree(file(file).toFile());
      return StreamSupport.stream(tree.get(field).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenRouterModel listing(JsonNode model) {
    JsonNode pricing = model.get("pricing");
    JsonNode architecture = model.get("architecture");
    return new OpenRouterModelBuilder()
        .id(model.get("id").asText())
        .canonicalSlug(text(model, "canonical_slug"))
        .huggingFaceId(text(model, "hugging_face_id"))
        .name(model.get("name").asText())
        .created(Instant.ofEpochSecond(model.get("created").asLong()))
        .expirationDate(date(model, "expiration_date"))
        .contextLength(model.get("context_length").asLong())
        .inputModalities(texts(architecture.get("input_modalities")))
        .outputModalities(texts(architecture.get("output_modalities")))
        .supportedParameters(texts(model.get("supported_parameters")))
        .pricing(
            new Pricing(
                new BigDecimal(pricing.get("prompt").asText()),
                new BigDecimal(pricing.get("completion").asText()),
                null,
                null,
                null,
                List.of()))
        .reasoning(reasoning(model.path("reasoning")))
        .aliasTarget(target(model.path("alias_target")))
        .artificialAnalysis(embedded(model.path("benchmarks").path("artificial_analysis")))
        .build();
  }

  private static @Nullable Reasoning reasoning(JsonNode reasoning) {
    return reasoning.isEmpty()
        ? null
        : new Reasoning(
            truth(reasoning, "mandatory"),
            texts(reasoning.path("supported_efforts")),
            text(reasoning, "default_effort"),
            truth(reasoning, "default_enabled"));
  }

  private static @Nullable AliasTarget target(JsonNode target) {
    return target.isEmpty()
        ? null
        : new AliasTarget(text(target, "name"), target.get("slug").asText());
  }

  private static @Nullable EmbeddedIndices embedded(JsonNode indices) {
    return indices.isEmpty()
        ? null
        : new EmbeddedIndices(
            number(indices, "intelligence_index"),
            number(indices, "coding_index"),
            number(indices, "agentic_index"));
  }

  private static ArtificialAnalysisModel analysis(JsonNode row) {
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
    return new ArtificialAnalysisModelBuilder()
        .id(row.get("id").asText())
        .name(row.get("name").asText())
        .slug(row.get("slug").asText())
        .releaseDate(date(row, "release_date"))
        .creatorName(text(row.get("model_creator"), "name"))
        .creatorSlug(text(row.get("model_creator"), "slug"))
        .evaluations(evaluations)
        .outputTokensPerSecond(number(row, "median_output_tokens_per_second"))
        .timeToFirstTokenSeconds(number(row, "median_time_to_first_token_seconds"))
        .build();
  }

  private static HfEvaluation evaluation(JsonNode row) {
    return new HfEvaluationBuilder()
        .evalName(row.get("eval_name").asText())
        .fullname(row.get("fullname").asText())
        .precision(text(row, "Precision"))
        .type(text(row, "Type"))
        .sha(text(row, "Model sha"))
        .paramsBillions(number(row, "#Params (B)"))
        .officialProvider(truth(row, "Official Providers"))
        .flagged(truth(row, "Flagged"))
        .merged(truth(row, "Merged"))
        .baseModel(text(row, "Base Model"))
        .average(number(row, "Average ⬆️"))
        .ifEval(number(row, "IFEval"))
        .bbh(number(row, "BBH"))
        .mathLvl5(number(row, "MATH Lvl 5"))
        .gpqa(number(row, "GPQA"))
        .musr(number(row, "MUSR"))
        .mmluPro(number(row, "MMLU-PRO"))
        .build();
  }

  /** rank, rank with style, model, score, interval, votes, organization: no name has a comma. */
  private static ArenaRating rating(Board board, String line) {
    List<String> cells = List.of(line.split(",", -1));
    double rating = Double.parseDouble(cells.get(3));
    return new ArenaRating(
        board,
        cells.get(2),
        rating,
        null,
        null,
        Long.valueOf(cells.get(5)),
        null,
        cells.get(6),
        null,
        LocalDate.parse("2026-02-10"));
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.hasNonNull(field) && !node.get(field).asText().isBlank()
        ? node.get(field).asText()
        : null;
  }

  private static @Nullable Double number(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asDouble() : null;
  }

  private static @Nullable Boolean truth(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asBoolean() : null;
  }

  private static @Nullable LocalDate date(JsonNode node, String field) {
    String text = text(node, field);
    return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
