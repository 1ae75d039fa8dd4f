package dev.smartspawn.ingest.openrouter;

import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.AliasTarget;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one entry of the catalogue. */
final class CatalogueEntry {

  /** The catalogue's placeholder for a model without an announced end. */
  private static final LocalDate NEVER = LocalDate.of(2098, 12, 31);

  private CatalogueEntry() {}

  /**
   * @throws IllegalArgumentException naming the field that is missing or wrong
   */
  static OpenRouterModel read(JsonEntry entry) {
    JsonEntry architecture = entry.at("architecture");
    return new OpenRouterModelBuilder()
        .id(entry.required("id"))
        .canonicalSlug(entry.text("canonical_slug"))
        .huggingFaceId(entry.text("hugging_face_id"))
        .name(entry.required("name"))
        .created(created(entry))
        .expirationDate(expirationDate(entry))
        .contextLength(contextLength(entry))
        .maxCompletionTokens(entry.at("top_provider").integer("max_completion_tokens"))
        .inputModalities(architecture.texts("input_modalities"))
        .outputModalities(architecture.texts("output_modalities"))
        .supportedParameters(entry.texts("supported_parameters"))
        .pricing(pricing(entry.at("pricing")))
        .reasoning(reasoning(entry))
        .aliasTarget(aliasTarget(entry))
        .artificialAnalysis(embeddedIndices(entry))
        .build();
  }

  private static @Nullable Instant created(JsonEntry entry) {
    Long epochSeconds = entry.integer("created");
    return epochSeconds == null ? null : Instant.ofEpochSecond(epochSeconds);
  }

  private static @Nullable LocalDate expirationDate(JsonEntry entry) {
    LocalDate date = entry.date("expiration_date");
    return NEVER.equals(date) ? null : date;
  }

  private static long contextLength(JsonEntry entry) {
    Long tokens = entry.integer("context_length");
    return tokens == null ? 0 : tokens;
  }

  private static Pricing pricing(JsonEntry pricing) {
    return new Pricing(
        price(pricing, "prompt"),
        price(pricing, "completion"),
        pricing.decimal("request"),
        pricing.decimal("input_cache_read"),
        pricing.decimal("input_cache_write"),
        overrides(pricing));
  }

  private static BigDecimal price(JsonEntry pricing, String field) {
    BigDecimal price = pricing.decimal(field);
    if (price == null) {
      throw new IllegalArgumentException("'pricing.%s' is missing".formatted(field));
    }
    return price;
  }

  private static List<PriceOverride> overrides(JsonEntry pricing) {
    List<JsonEntry> overrides = pricing.list("overrides");
    return overrides == null
        ? List.of()
        : overrides.stream().map(CatalogueEntry::override).toList();
  }

  private static PriceOverride override(JsonEntry override) {
    return new PriceOverride(
        override.integer("min_prompt_tokens"),
        hoursUtc(override),
        override.decimal("prompt"),
        override.decimal("completion"));
  }

  private static @Nullable String hoursUtc(JsonEntry override) {
    String start = override.text("utc_start");
    String end = override.text("utc_end");
    return start == null && end == null
        ? null
        : "%s-%s"
            .formatted(Objects.requireNonNullElse(start, ""), Objects.requireNonNullElse(end, ""));
  }

  private static @Nullable Reasoning reasoning(JsonEntry entry) {
    if (!entry.has("reasoning")) {
      return null;
    }
    JsonEntry reasoning = entry.at("reasoning");
    return new Reasoning(
        reasoning.flag("mandatory"),
        reasoning.texts("supported_efforts"),
        reasoning.text("default_effort"),
        reasoning.flag("default_enabled"));
  }

  private static @Nullable AliasTarget aliasTarget(JsonEntry entry) {
    if (!entry.has("alias_target")) {
      return null;
    }
    JsonEntry target = entry.at("alias_target");
    return new AliasTarget(target.text("name"), target.required("slug"));
  }

  private static @Nullable EmbeddedIndices embeddedIndices(JsonEntry entry) {
    JsonEntry indices = entry.at("benchmarks").at("artificial_analysis");
    EmbeddedIndices read =
        new EmbeddedIndices(
            indices.number("intelligence_index"),
            indices.number("coding_index"),
            indices.number("agentic_index"));
    return read.equals(new EmbeddedIndices(null, null, null)) ? null : read;
  }
}
