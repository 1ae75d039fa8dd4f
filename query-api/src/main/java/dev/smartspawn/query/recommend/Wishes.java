package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a recommended model must be like.
 *
 * @param exclude exactly these ids are not wanted; their variants still are
 * @param minContext tokens; 0 asks for nothing
 */
public record Wishes(
    Budget budget,
    FreeVariants freeVariants,
    Set<CanonicalId> exclude,
    Set<Capability> require,
    long minContext) {

  public Wishes {
    exclude = Set.copyOf(exclude);
    require = Set.copyOf(require);
  }

  public static Wishes of(Budget budget, FreeVariants freeVariants) {
    return new Wishes(budget, freeVariants, Set.of(), Set.of(), 0);
  }

  public Niche niche(Category category) {
    return new Niche(category, budget, freeVariants);
  }

  /** Whether budget and free variants, which shortlists are made for, say everything. */
  public boolean areMetByShortlist() {
    return exclude.isEmpty() && require.isEmpty() && minContext == 0;
  }

  /** As part of a sentence: {@code under $5/1M prompt tokens with vision}. */
  public String inWords() {
    List<String> demands = new ArrayList<>(require.stream().sorted().map(Capability::id).toList());
    if (minContext > 0) {
      demands.add("at least " + minContext + " tokens of context");
    }
    return budget.inWords() + (demands.isEmpty() ? "" : " with " + String.join(" and ", demands));
  }
}
