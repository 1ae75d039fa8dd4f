package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The specification's plain order: by score in the category; equal scores by price, then by id. A
 * model without a score in the category has no place in it.
 */
public final class SpecRanking implements ModelRanking {

  /** For a score based on the price class alone. */
  static final double UNMEASURED_CONFIDENCE = 0.3;

  /** For a model with measurements. */
  static final double MEASURED_CONFIDENCE = 0.6;

  /** For each further source with data on the model. */
  static final double CONFIDENCE_PER_SOURCE = 0.1;

  static final double MOST_CONFIDENCE = 0.9;

  /** They describe a model and its price, not its quality. */
  private static final Set<Source> NO_MEASUREMENT =
      Set.of(Source.OPENROUTER, Source.ALIASES, Source.OVERRIDES);

  @Override
  public List<Ranked> rank(Category category, Collection<EnrichedModel> models) {
    return models.stream()
        .flatMap(model -> byScore(category, model).stream())
        .sorted(Ranked.BEST_FIRST)
        .toList();
  }

  /** Empty for a model without a score in the category. */
  static Optional<Ranked> byScore(Category category, EnrichedModel model) {
    return Optional.ofNullable(model.scores().get(category))
        .map(score -> new Ranked(model, score, null, confidence(model)));
  }

  private static double confidence(EnrichedModel model) {
    if (model.benchmarks() == null) {
      return UNMEASURED_CONFIDENCE;
    }
    long measuring =
        model.sourcesCovered().stream().filter(source -> !NO_MEASUREMENT.contains(source)).count();
    double further = CONFIDENCE_PER_SOURCE * Math.max(0, measuring - 1);
    return Math.min(MOST_CONFIDENCE, MEASURED_CONFIDENCE + further);
  }
}
