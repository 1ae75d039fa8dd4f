package dev.smartspawn.query.body;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import org.jspecify.annotations.Nullable;

/** {@code GET /pick}: one model, and why. */
public record PickBody(Pick data, Meta meta) {

  /**
   * @param score 0 to 100, in the category of the task
   * @param confidence 0 to 1
   */
  public record Pick(
      CanonicalId id,
      String name,
      String provider,
      double score,
      Pricing pricing,
      String reason,
      double confidence) {}

  /**
   * @param category the task itself, or what a free text was taken for
   */
  public record Meta(Category category, String budget, @Nullable Attribution attribution) {}
}
