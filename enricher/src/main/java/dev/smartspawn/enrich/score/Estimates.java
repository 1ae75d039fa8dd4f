package dev.smartspawn.enrich.score;

import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.reference.ModelOverride;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The estimates that rankings use: how good each model is and how certain that is. */
public final class Estimates {

  /** Overrides are one source, and win over all others. */
  private static final int FORCED_SOURCES = 1;

  private static final double CERTAIN = 1;

  private final QualityRanking ranking;

  private Estimates(QualityRanking ranking) {
    this.ranking = ranking;
  }

  /**
   * @param population every model that can be recommended; each estimate depends on all of them
   */
  public static Estimates over(Collection<MeasuredModel> population) {
    return new Estimates(QualityRanking.of(population));
  }

  /**
   * One for each of the model's categories that can be judged.
   *
   * @param override a forced score has no interval
   */
  public Map<Category, QualityEstimate> of(
      CanonicalId id, Collection<Category> categories, @Nullable ModelOverride override) {
    Map<Category, QualityEstimate> estimates = new EnumMap<>(Category.class);
    for (Category category : categories) {
      @Nullable Double forced = override == null ? null : override.scores().get(category);
      if (forced != null) {
        estimates.put(
            category, new QualityEstimate(forced, forced, forced, FORCED_SOURCES, CERTAIN));
      } else {
        ranking
            .estimate(id, category)
            .map(Estimate::quality)
            .ifPresent(found -> estimates.put(category, found));
      }
    }
    return estimates;
  }
}
