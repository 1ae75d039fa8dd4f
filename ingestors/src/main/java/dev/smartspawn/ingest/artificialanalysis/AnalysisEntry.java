package dev.smartspawn.ingest.artificialanalysis;

import dev.smartspawn.ingest.source.FieldException;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one row, in the format of the old address or of its successor. */
final class AnalysisEntry {

  private static final String PREFIX = "artificial_analysis_";

  /** Metrics whose names differ between the formats, by their new name. */
  private static final Map<String, String> RENAMED = Map.of("gpqa_diamond", "gpqa");

  private AnalysisEntry() {}

  /**
   * @throws FieldException for a row without a usable id or name
   */
  static ArtificialAnalysisModel readOld(JsonEntry row) {
    return read(row, row, null);
  }

  /**
   * @throws FieldException for a row without a usable id or name
   */
  static ArtificialAnalysisModel readSuccessor(JsonEntry row, @Nullable String indexVersion) {
    return read(row, row.at("performance"), indexVersion);
  }

  private static ArtificialAnalysisModel read(
      JsonEntry row, JsonEntry speeds, @Nullable String indexVersion) {
    JsonEntry creator = row.at("model_creator");
    JsonEntry pricing = row.at("pricing");
    return new ArtificialAnalysisModelBuilder()
        .id(row.required("id"))
        .name(either(row, "name", "slug"))
        .slug(either(row, "slug", "name"))
        .releaseDate(row.date("release_date"))
        .creatorName(creator.text("name"))
        .creatorSlug(creator.text("slug"))
        .evaluations(evaluations(row.at("evaluations")))
        .promptPrice(measured(pricing, "price_1m_input_tokens"))
        .completionPrice(measured(pricing, "price_1m_output_tokens"))
        .outputTokensPerSecond(measured(speeds, "median_output_tokens_per_second"))
        .timeToFirstTokenSeconds(measured(speeds, "median_time_to_first_token_seconds"))
        .indexVersion(indexVersion)
        .build();
  }

  /** A row that lacks one of its two names is known by the other. */
  private static String either(JsonEntry row, String field, String other) {
    String value = row.text(field);
    return value == null ? row.required(other) : value;
  }

  private static Map<String, Double> evaluations(JsonEntry evaluations) {
    Map<String, Double> figures = new TreeMap<>();
    for (String field : evaluations.fields()) {
      Double figure = evaluations.number(field);
      if (figure != null) {
        figures.put(metric(field), figure);
      }
    }
    return figures;
  }

  private static String metric(String field) {
    String name = field.startsWith(PREFIX) ? field.substring(PREFIX.length()) : field;
    return RENAMED.getOrDefault(name, name);
  }

  /** The source writes 0 for unknown prices and speeds. */
  private static @Nullable Double measured(JsonEntry entry, String field) {
    Double value = entry.number(field);
    return value == null || value == 0 ? null : value;
  }
}
