package dev.smartspawn.query.recommend;

import dev.smartspawn.query.recommend.Ladder.Rung;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.PickConfidence;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.refresh.Leader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Chooses from {@link Shortlists}. */
public final class Recommender {

  private final Shortlists shortlists;
  private final Leaders leaders;

  /** Without leaders. */
  public Recommender(Shortlists shortlists) {
    this(shortlists, Leaders.NONE);
  }

  public Recommender(Shortlists shortlists, Leaders leaders) {
    this.shortlists = shortlists;
    this.leaders = leaders;
  }

  /** The leader that answers a question; empty if the question has requirements of its own. */
  public Optional<Leader> leader(Category category, Requirements requirements) {
    return leaders.of(category, requirements);
  }

  /**
   * The best {@code count} models that meet the requirements, the answer so far first. Several come
   * from as many providers as there are: first each provider's best in rank order, then the best of
   * the rest.
   */
  public Recommendations recommend(Category category, Requirements requirements, int count) {
    List<Ranked> candidates = candidates(category, requirements);
    List<Recommendation> chosen =
        places(candidates, count).stream()
            .map(place -> recommendation(category, requirements, candidates, place))
            .toList();
    return new Recommendations(chosen, candidates.size());
  }

  /**
   * Every model with its rank and the filter that removed it. The rungs that no filter removed are
   * those {@link #recommend} chooses from, in the same order.
   *
   * @param requirements that some model meets
   */
  public Ladder explain(Category category, Requirements requirements) {
    List<Rung> rungs = new ArrayList<>();
    for (Ranked ranked : shortlists.ranked(category)) {
      EnrichedModel model = ranked.model();
      rungs.add(new Rung(model, ranked, EligibilityFilter.filter(category, requirements, model)));
    }
    for (EnrichedModel model : shortlists.unranked(category)) {
      ModelFilter filter = EligibilityFilter.filter(category, model);
      rungs.add(new Rung(model, null, filter == null ? ModelFilter.NO_ESTIMATE : filter));
    }
    List<Ranked> candidates = candidates(category, requirements);
    return new Ladder(
        candidates.isEmpty() ? rungs : startingWith(candidates.get(0).model(), rungs),
        Precedence.why(candidates, rungs.size()));
  }

  /** The answer so far comes before the first rung that no filter removed. */
  private static List<Rung> startingWith(EnrichedModel first, List<Rung> rungs) {
    List<Rung> moved = new ArrayList<>(rungs);
    int from = place(rungs, rung -> rung.model().equals(first));
    int to = place(rungs, rung -> rung.removedBy() == null);
    moved.add(to, moved.remove(from));
    return moved;
  }

  private static int place(List<Rung> rungs, Predicate<Rung> wanted) {
    return (int) rungs.stream().takeWhile(wanted.negate()).count();
  }

  private static Recommendation recommendation(
      Category category, Requirements requirements, List<Ranked> candidates, int place) {
    Ranked chosen = candidates.get(place);
    double confidence = confidence(candidates, chosen);
    return new Recommendation(
        chosen, Reason.of(category, requirements, candidates, place, confidence), confidence);
  }

  /** Models without an estimate come last and are no rivals. */
  private static double confidence(List<Ranked> candidates, Ranked chosen) {
    QualityEstimate estimate = chosen.estimate();
    return estimate == null
        ? chosen.confidence()
        : PickConfidence.of(
            estimate,
            candidates.stream()
                .filter(rival -> !rival.equals(chosen))
                .map(Ranked::estimate)
                .filter(Objects::nonNull)
                .toList());
  }

  private List<Ranked> candidates(Category category, Requirements requirements) {
    List<Ranked> shortlist = shortlists.of(requirements.shortlistKey(category));
    List<Ranked> eligible =
        requirements.areMetByShortlist()
            ? shortlist
            : shortlist.stream()
                .filter(ranked -> EligibilityFilter.filter(requirements, ranked.model()) == null)
                .toList();
    return leaders.first(category, requirements, eligible);
  }

  /** The chosen places in {@code candidates}. */
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
