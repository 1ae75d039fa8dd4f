package dev.smartspawn.ingest.openrouter;

import dev.smartspawn.ingest.source.FieldException;
import dev.smartspawn.ingest.source.JsonEntry;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.AliasTarget;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.OpenRouterModel.OtherPrices;
import dev.smartspawn.schema.raw.OpenRouterModel.PriceOverride;
import dev.smartspawn.schema.raw.OpenRouterModel.Pricing;
import dev.smartspawn.schema.raw.OpenRouterModel.Reasoning;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one entry of the catalogue. */
final class CatalogueEntry {

  /** The catalogue's placeholder for a model without an announced end. */
  private static final LocalDate NEVER = LocalDate.of(2098, 12, 31);

  private static final int MAX_NAME_CHARS = 200;
  private static final long MAX_TOKENS = 1_000_000_000;

  /** Another letter could look like one of an existing id. */
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");

  /** The sides of {@code text+image->text}. */
  private static final int INPUTS = 0;

  private static final int OUTPUTS = 1;

  private CatalogueEntry() {}

  /**
   * @throws FieldException for an entry without a usable id or price
   */
  static OpenRouterModel read(JsonEntry entry) {
    JsonEntry architecture = entry.at("architecture");
    JsonEntry topProvider = entry.at("top_provider");
    String id = id(entry);
    return new OpenRouterModelBuilder()
        .id(id)
        .canonicalSlug(entry.text("canonical_slug"))
        .huggingFaceId(entry.text("hugging_face_id"))
        .name(name(entry, id))
        .created(entry.instant("created"))
        .expirationDate(expirationDate(entry))
        .contextLength(contextLength(entry, topProvider))
        .maxCompletionTokens(topProvider.integer("max_completion_tokens"))
        .inputModalities(modalities(architecture, "input_modalities", INPUTS))
        .outputModalities(modalities(architecture, "output_modalities", OUTPUTS))
        .supportedParameters(words(entry.texts("supported_parameters").stream()))
        .pricing(pricing(entry.at("pricing")))
        .reasoning(reasoning(entry))
        .aliasTarget(aliasTarget(entry))
        .artificialAnalysis(embeddedIndices(entry))
        .build();
  }

  private static String id(JsonEntry entry) {
    String id = entry.required("id");
    if (!VISIBLE_ASCII.matcher(id).matches()) {
      throw new FieldException("id", "'id' is '%s': expected visible ASCII".formatted(id));
    }
    try {
      CanonicalId.of(id);
      return id;
    } catch (IllegalArgumentException e) {
      throw new FieldException("id", String.valueOf(e.getMessage()));
    }
  }

  private static String name(JsonEntry entry, String id) {
    String name = entry.text("name");
    if (name != null && name.length() > MAX_NAME_CHARS) {
      entry.lose("name", "at most %d characters".formatted(MAX_NAME_CHARS));
      name = null;
    }
    return name == null ? id : name;
  }

  private static @Nullable LocalDate expirationDate(JsonEntry entry) {
    LocalDate date = entry.date("expiration_date");
    return NEVER.equals(date) ? null : date;
  }

  /** Some entries state it only for the provider that OpenRouter prefers. */
  private static long contextLength(JsonEntry entry, JsonEntry topProvider) {
    Long tokens = entry.integer("context_length");
    if (tokens == null || tokens <= 0 || tokens > MAX_TOKENS) {
      tokens = topProvider.integer("context_length");
    }
    return tokens == null ? 0 : tokens;
  }

  /** Some entries state them only in the short form. */
  private static List<String> modalities(JsonEntry architecture, String field, int side) {
    List<String> listed = words(architecture.texts(field).stream());
    String[] sides = Objects.requireNonNullElse(architecture.text("modality"), "").split("->", -1);
    return listed.isEmpty() && sides.length == 2
        ? words(Arrays.stream(sides[side].split("\\+")))
        : listed;
  }

  private static List<String> words(Stream<String> texts) {
    return texts
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Pricing pricing(JsonEntry pricing) {
    Pricing read =
        new Pricing(
            pricing.requiredDecimal("prompt"),
            pricing.requiredDecimal("completion"),
            pricing.decimal("request"),
            pricing.decimal("input_cache_read"),
            pricing.decimal("input_cache_write"),
            overrides(pricing),
            others(pricing));
    read.objection()
        .ifPresent(
            objection -> {
              throw new FieldException("pricing", "'pricing' has " + objection);
            });
    return read;
  }

  private static @Nullable OtherPrices others(JsonEntry pricing) {
    OtherPrices others =
        new OtherPrices(
            pricing.decimal("image"),
            pricing.decimal("web_search"),
            pricing.decimal("internal_reasoning"),
            pricing.decimal("image_output"),
            pricing.decimal("audio_output"));
    return others.equals(OtherPrices.NONE) ? null : others;
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
    String slug = target.text("slug");
    return slug == null ? null : new AliasTarget(target.text("name"), slug);
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
