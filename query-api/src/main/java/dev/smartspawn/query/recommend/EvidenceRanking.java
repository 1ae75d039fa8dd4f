package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * By what was measured: the lower bound of the category's estimate first, so that evidence beats
 * reputation; then the estimate, the price, the id. Models without an estimate come after all that
 * have one, in the specification's order: a table from before there were estimates is still served.
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
