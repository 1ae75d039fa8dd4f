package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For every category, budget and choice of free variants: the eligible models in rank order. Made
 * once per table of models, so that a question sorts nothing.
 */
public final class Shortlists {

  private final Map<Category, List<Ranked>> ranked = new EnumMap<>(Category.class);
  private final Map<Category, List<EnrichedModel>> unranked = new EnumMap<>(Category.class);
  private final Map<ShortlistKey, List<Ranked>> lists = new HashMap<>();

  private Shortlists() {}

  public static Shortlists of(Collection<EnrichedModel> models, ModelRanking ranking) {
    Shortlists shortlists = new Shortlists();
    List<EnrichedModel> inOrder =
        models.stream().sorted(Comparator.comparing(EnrichedModel::id)).toList();
    for (Category category : Category.values()) {
      shortlists.add(category, inOrder, ranking.rank(category, inOrder));
    }
    return shortlists;
  }

  /** The best first. */
  public List<Ranked> of(ShortlistKey key) {
    return lists.getOrDefault(key, List.of());
  }

  /** Every model that can be placed in the category, also those on no shortlist; the best first. */
  List<Ranked> ranked(Category category) {
    return ranked.getOrDefault(category, List.of());
  }

  /** Every other model, in the order of their ids. */
  List<EnrichedModel> unranked(Category category) {
    return unranked.getOrDefault(category, List.of());
  }

  private void add(Category category, List<EnrichedModel> models, List<Ranked> placed) {
    Set<CanonicalId> ids =
        placed.stream().map(each -> each.model().id()).collect(Collectors.toSet());
    ranked.put(category, placed);
    unranked.put(category, models.stream().filter(model -> !ids.contains(model.id())).toList());
    ShortlistKey.all().stream()
        .filter(key -> key.category() == category)
        .forEach(key -> lists.put(key, within(key, placed)));
  }

  private static List<Ranked> within(ShortlistKey key, List<Ranked> placed) {
    return placed.stream()
        .filter(each -> EligibilityFilter.filter(key, each.model()) == null)
        .toList();
  }
}
