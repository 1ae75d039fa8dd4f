package dev.smartspawn.query.body;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.QualityEstimate;
import org.jspecify.annotations.Nullable;

/** {@code GET /pick}: one model, and why. */
public record PickBody(Pick data, Meta meta) {

  /**
   * @param score 0 to 100, in the category of the task, by the specification's formula
   * @param estimate what the model was ranked by; absent where it was ranked by its score
   * @param confidence 0 to 1
   */
  public record Pick(
      CanonicalId id,
      String name,
      String provider,
      double score,
      @Nullable QualityEstimate estimate,
      Pricing pricing,
      String reason,
      double confidence) {}

  /**
   * @param category the task itself, or what a free text was taken for
   */
  public record Meta(Category category, String budget, @Nullable Attribution attribution) {}
}
