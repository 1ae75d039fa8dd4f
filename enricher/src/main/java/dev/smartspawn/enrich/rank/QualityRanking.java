package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every model's estimate in every category: a pure function of the population, whatever order it
 * comes in.
 *
 * <p>For each category the metrics are brought to the scale of one of them by what the models
 * measured on both show ({@link Yardstick}); a model's laboratories and its prior are combined by
 * their precision ({@link Consensus}); the order goes by the lower end of the interval.
 */
public final class QualityRanking {

  private final Map<CanonicalId, Map<Category, Estimate>> estimates;

  private QualityRanking(Map<CanonicalId, Map<Category, Estimate>> estimates) {
    this.estimates = estimates;
  }

  /**
   * @param population all models of the catalogue, each once; what is learned is learned from all
   */
  public static QualityRanking of(Collection<MeasuredModel> population) {
    return of(population, RankingConstants.STANDARD);
  }

  static QualityRanking of(Collection<MeasuredModel> population, RankingConstants constants) {
    List<MeasuredModel> models =
        population.stream().sorted(Comparator.comparing(MeasuredModel::id)).toList();
    List<MeasuredModel> originals = models.stream().filter(MeasuredModel::isOriginal).toList();
    Calibrations known = new Calibrations(originals);
    Reputation reputation = Reputation.in(models);
    Map<Metric, Prior> priors = new EnumMap<>(Metric.class);
    Map<Category, CategoryRanking> rankings = new EnumMap<>(Category.class);
    for (Category category : Category.values()) {
      rankings.put(
          category, new CategoryRanking(category, originals, known, reputation, priors, constants));
    }
    Map<CanonicalId, Map<Category, Estimate>> estimates = new TreeMap<>();
    models.forEach(model -> estimates.put(model.id(), inEach(rankings, model)));
    return new QualityRanking(estimates);
  }

  /**
   * Empty for a model that is not in the population; without vision for one that takes no images.
   */
  public Map<Category, Estimate> estimates(CanonicalId id) {
    return estimates.getOrDefault(id, Map.of());
  }

  public Optional<Estimate> estimate(CanonicalId id, Category category) {
    return Optional.ofNullable(estimates(id).get(category));
  }

  private static Map<Category, Estimate> inEach(
      Map<Category, CategoryRanking> rankings, MeasuredModel model) {
    Map<Category, Estimate> estimates = new EnumMap<>(Category.class);
    rankings.forEach(
        (category, ranking) -> {
          if (category != Category.VISION || model.vision()) {
            estimates.put(category, ranking.estimate(model));
          }
        });
    return Collections.unmodifiableMap(estimates);
  }

  /** Best first; equals in the order of their ids. */
  public List<CanonicalId> order(Category category) {
    return estimates.keySet().stream()
        .filter(id -> estimates(id).containsKey(category))
        .sorted(Comparator.comparing(id -> orThrow(id, category), Estimate.BEST_FIRST))
        .toList();
  }

  private Estimate orThrow(CanonicalId id, Category category) {
    return estimate(id, category).orElseThrow();
  }
}
