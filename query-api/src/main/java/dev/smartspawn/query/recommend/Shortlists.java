package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For every category, budget and either way with free variants: the models that may be recommended,
 * in rank order. Made once for a table of models, so that a question sorts nothing.
 */
public final class Shortlists {

  private static final String BATCH = "batch";
  private static final String FREE = "free";

  private final Map<Niche, List<Ranked>> lists;

  private Shortlists(Map<Niche, List<Ranked>> lists) {
    this.lists = lists;
  }

  public static Shortlists of(Collection<EnrichedModel> models, Ranking ranking) {
    List<EnrichedModel> candidates = models.stream().filter(Shortlists::mayBeRecommended).toList();
    Map<Niche, List<Ranked>> lists = new HashMap<>();
    for (Category category : Category.values()) {
      List<Ranked> ranked = ranking.rank(category, candidates);
      Niche.all().stream()
          .filter(niche -> niche.category() == category)
          .forEach(niche -> lists.put(niche, within(niche, ranked)));
    }
    return new Shortlists(lists);
  }

  /** The best first. */
  public List<Ranked> of(Niche niche) {
    return lists.getOrDefault(niche, List.of());
  }

  private static List<Ranked> within(Niche niche, List<Ranked> ranked) {
    return ranked.stream()
        .filter(each -> niche.budget().affords(each.model().pricing().prompt()))
        .filter(
            each ->
                niche.freeVariants() == FreeVariants.INCLUDED
                    || !each.model().id().variant().equals(FREE))
        .toList();
  }

  /**
   * Routers have no quality of their own, an alias changes what it means, and a batch variant does
   * not answer at once.
   */
  private static boolean mayBeRecommended(EnrichedModel model) {
    CanonicalId id = model.id();
    boolean router = model.isRouter() || model.pricing().prompt() < 0;
    return !router && !id.isAlias() && !id.variant().equals(BATCH);
  }
}
