package dev.smartspawn.enrich.name;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.Json;
import dev.smartspawn.schema.Source;
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
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The recorded answers of the sources, which stand beside the project and not in it. */
final class RecordedNames {

  private final Path folder;

  private RecordedNames(Path folder) {
    this.folder = folder;
  }

  /** Empty where the project stands alone. */
  static Optional<RecordedNames> find() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/recordings");
      if (Files.isRegularFile(folder.resolve("openrouter/models.json"))) {
        return Optional.of(new RecordedNames(folder));
      }
    }
    return Optional.empty();
  }

  List<OpenRouterModel> catalogue() {
    return rows("openrouter/models.json", "data").map(RecordedNames::model).toList();
  }

  List<NamedRecord> artificialAnalysis() {
    return rows("artificial-analysis/models.json", "data")
        .map(
            row ->
                new NamedRecord(
                    Source.ARTIFICIAL_ANALYSIS,
                    row.path("id").asText(),
                    row.path("name").asText(),
                    row.path("slug").asText(),
                    row.path("model_creator").path("slug").asText(),
                    date(text(row, "release_date")),
                    null))
        .toList();
  }

  List<NamedRecord> hfLeaderboard() {
    return rows("hf-leaderboard/rows.json", "rows")
        .map(row -> row.has("row") ? row.path("row") : row)
        .map(
            row ->
                new NamedRecord(
                    Source.HF_LEADERBOARD,
                    row.path("eval_name").asText(),
                    row.path("fullname").asText(),
                    null,
                    null,
                    null,
                    row.path("Official Providers").asBoolean()))
        .toList();
  }

  /** Both boards; of a quoted column only the organization follows the name. */
  List<NamedRecord> lmarena() {
    List<NamedRecord> names = new ArrayList<>();
    for (String board : List.of("text", "vision")) {
      List<String> lines = read("lmarena/lmarena_" + board + ".csv").lines().skip(1).toList();
      for (String line : lines) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        names.add(
            new NamedRecord(
                Source.LMARENA, board + "/" + cells[2], cells[2], null, cells[6], null, null));
      }
    }
    return names;
  }

  private java.util.stream.Stream<JsonNode> rows(String file, String field) {
    try {
      JsonNode root = Json.MAPPER.readTree(read(file));
      return StreamSupport.stream((root.isArray() ? root : root.path(field)).spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenRouterModel model(JsonNode row) {
    JsonNode reasoning = row.path("reasoning");
    JsonNode target = row.path("alias_target");
    return new OpenRouterModel(
        row.path("id").asText(),
        text(row, "canonical_slug"),
        text(row, "hugging_face_id"),
        row.path("name").asText(),
        Instant.ofEpochSecond(row.path("created").asLong()),
        null,
        0,
        null,
        List.of(),
        List.of(),
        texts(row.path("supported_parameters")),
        new OpenRouterModel.Pricing(
            new BigDecimal(row.path("pricing").path("prompt").asText()),
            new BigDecimal(row.path("pricing").path("completion").asText()),
            null,
            null,
            null,
            List.of()),
        reasoning.isObject()
            ? new OpenRouterModel.Reasoning(
                null, texts(reasoning.path("supported_efforts")), null, null)
            : null,
        target.isObject()
            ? new OpenRouterModel.AliasTarget(text(target, "name"), target.path("slug").asText())
            : null,
        null);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static @Nullable String text(JsonNode row, String field) {
    String text = row.path(field).asText("");
    return text.isEmpty() || row.path(field).isNull() ? null : text;
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
