package dev.smartspawn.query.view;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A model with its JSON, which is written once and copied into every list. Lists leave the evidence
 * out: with it, all models together would be megabytes.
 */
public final class RenderedModel implements JsonSerializable {

  private static final JsonMapper LISTED =
      Json.MAPPER.rebuild().addMixIn(EnrichedModel.class, WithoutEvidence.class).build();

  private final EnrichedModel model;
  private final SerializedString json;

  private RenderedModel(EnrichedModel model, SerializedString json) {
    this.model = model;
    this.json = json;
  }

  public static RenderedModel of(EnrichedModel model) {
    try {
      SerializedString json = new SerializedString(LISTED.writeValueAsString(model));
      return new RenderedModel(model, json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write model '%s'".formatted(model.id()), e);
    }
  }

  public EnrichedModel model() {
    return model;
  }

  /** What lists show of it. */
  public JsonNode tree() {
    return LISTED.valueToTree(model);
  }

  /** The credit that a body with these models owes; null for none. */
  public static @Nullable Attribution attribution(Collection<RenderedModel> shown) {
    return shown.stream().anyMatch(RenderedModel::showsArtificialAnalysis)
        ? Attribution.ARTIFICIAL_ANALYSIS
        : null;
  }

  /** OpenRouter's catalogue also embeds its indices. */
  private boolean showsArtificialAnalysis() {
    Benchmarks measured = model.benchmarks();
    return model.sourcesCovered().contains(Source.ARTIFICIAL_ANALYSIS)
        || (measured != null
            && (measured.intelligenceIndex() != null || measured.codingIndex() != null))
        || model.evidence().stream()
            .anyMatch(number -> number.metric().startsWith(Source.ARTIFICIAL_ANALYSIS.id()));
  }

  @Override
  public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
    json.writeRawValue(this.json);
  }

  @Override
  public void serializeWithType(
      JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
    serialize(json, provider);
  }

  @JsonIgnoreProperties("evidence")
  private interface WithoutEvidence {}
}
