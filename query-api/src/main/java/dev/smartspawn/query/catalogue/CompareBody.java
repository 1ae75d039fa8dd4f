package dev.smartspawn.query.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.view.Attribution;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /compare}: models side by side, in the requested order. */
public record CompareBody(List<RenderedModel> data, Meta meta) {

  /**
   * @param differences one per field in which the models differ
   * @param awaiting sources whose first pull is not in the served models yet; absent for none
   */
  public record Meta(
      List<Difference> differences,
      @Nullable Attribution attribution,
      @Nullable List<Source> awaiting) {}

  /**
   * @param field as {@code pricing.prompt}
   * @param values one per model, in the order of {@code data}; null if a model has none
   * @param best the models with the best value, if values can be better or worse
   */
  public record Difference(String field, List<JsonNode> values, List<CanonicalId> best) {}
}
