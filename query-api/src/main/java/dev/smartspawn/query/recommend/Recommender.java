package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses from {@link Shortlists}. */
public final class Recommender {

  private final Shortlists shortlists;

  public Recommender(Shortlists shortlists) {
    this.shortlists = shortlists;
  }

  /**
   * The best {@code count} models that meet the wishes. Several come from as many providers as
   * there are: first each provider's best in rank order, then the best of the rest.
   */
  public Recommendations recommend(Category category, Wishes wishes, int count) {
    List<Ranked> candidates = candidates(category, wishes);
    List<Recommendation> chosen =
        places(candidates, count).stream()
            .map(
                place ->
                    new Recommendation(
                        candidates.get(place), Reason.of(category, wishes, candidates, place)))
            .toList();
    return new Recommendations(chosen, candidates.size());
  }

  private List<Ranked> candidates(Category category, Wishes wishes) {
    List<Ranked> shortlist = shortlists.of(wishes.niche(category));
    return wishes.areMetByShortlist()
        ? shortlist
        : shortlist.stream().filter(ranked -> wishes.accept(ranked.model())).toList();
  }

  /** Where in {@code candidates} the chosen ones stand. */
  private static List<Integer> places(List<Ranked> candidates, int count) {
    Set<Integer> places = new LinkedHashSet<>();
    Set<String> providers = new HashSet<>();
    for (int i = 0; i < candidates.size() && places.size() < count; i++) {
      if (providers.add(candidates.get(i).model().provider())) {
        places.add(i);
      }
    }
    for (int i = 0; i < candidates.size() && places.size() < count; i++) {
      places.add(i);
    }
    return List.copyOf(places);
  }
}
