package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Ranks by measurements: by the lower bound of the category's estimate, so that evidence beats
 * reputation; then by estimate, price and id. Models without an estimate come last, in the
 * specification's order, so that tables without estimates can still be served.
 */
public final class EvidenceRanking implements ModelRanking {

  @Override
  public List<Ranked> rank(Category category, Collection<EnrichedModel> models) {
    return models.stream()
        .flatMap(model -> place(category, model).stream())
        .sorted(Ranked.BEST_FIRST)
        .toList();
  }

  private static Optional<Ranked> place(Category category, EnrichedModel model) {
    QualityEstimate estimate = model.estimates().get(category);
    if (estimate == null) {
      return SpecRanking.byScore(category, model);
    }
    double score = model.scores().getOrDefault(category, estimate.estimate());
    return Optional.of(new Ranked(model, score, estimate, estimate.confidence()));
  }
}
