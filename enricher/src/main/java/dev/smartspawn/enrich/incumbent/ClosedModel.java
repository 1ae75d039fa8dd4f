package dev.smartspawn.enrich.incumbent;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.source.Source;
import java.util.Map;
import java.util.Set;

/**
 * A model as it was when a refresh was closed.
 *
 * @param own {@link OwnFigures#digest}
 * @param price USD per 1M prompt tokens, with the fee per call
 * @param categories in which it can answer
 * @param figures source to a digest of its figures
 */
public record ClosedModel(
    String own, double price, Set<Category> categories, Map<Source, String> figures) {

  public ClosedModel {
    categories = categories == null ? Set.of() : Set.copyOf(categories);
    figures = figures == null ? Map.of() : Map.copyOf(figures);
  }

  /** The model as it is now. */
  public static ClosedModel of(EnrichedModel model) {
    return new ClosedModel(
        OwnFigures.digest(model),
        model.pricing().promptWithFee(),
        Set.copyOf(model.categories()),
        OwnFigures.bySource(model));
  }
}
