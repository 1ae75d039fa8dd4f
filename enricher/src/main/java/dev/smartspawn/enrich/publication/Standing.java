package dev.smartspawn.enrich.publication;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.Map;

/**
 * Of an enriched model, what the change log tells changes of.
 *
 * @param prompt USD per 1M tokens
 * @param completion USD per 1M tokens
 */
public record Standing(Map<Category, Double> scores, double prompt, double completion) {

  static Standing of(EnrichedModel model) {
    return new Standing(model.scores(), model.pricing().prompt(), model.pricing().completion());
  }
}
