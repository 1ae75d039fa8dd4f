package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.PickGate;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.refresh.Leader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers to the standard questions, as the enricher last published them. */
public final class Leaders {

  /** Before a refresh was closed, and where models are ranked by scores. */
  public static final Leaders NONE = new Leaders(List.of());

  private final Map<StandardQuestion, Leader> leaders = new HashMap<>();

  public Leaders(Collection<Leader> leaders) {
    leaders.forEach(leader -> this.leaders.put(leader.question(), leader));
  }

  /** The leader of a question without other requirements; empty for any other. */
  public Optional<Leader> of(Category category, Requirements requirements) {
    return isStandard(requirements)
        ? Optional.ofNullable(leaders.get(new StandardQuestion(category, requirements.budget())))
        : Optional.empty();
  }

  /**
   * Puts the answer so far first. A standard question has one. Any other question takes a leader of
   * its category unless another candidate is enough better.
   *
   * @param candidates the best first
   */
  List<Ranked> first(Category category, Requirements requirements, List<Ranked> candidates) {
    if (leaders.isEmpty()
        || candidates.isEmpty()
        || requirements.incumbency() == Incumbency.IGNORED) {
      return candidates;
    }
    Optional<Ranked> incumbent =
        isStandard(requirements)
            ? of(category, requirements).flatMap(leader -> find(leader, candidates))
            : nearest(category, candidates);
    return incumbent.map(kept -> moved(kept, candidates)).orElse(candidates);
  }

  private static boolean isStandard(Requirements requirements) {
    return requirements.areMetByShortlist()
        && requirements.freeVariants() == FreeVariants.LEFT_OUT
        && requirements.incumbency() == Incumbency.PREFERRED;
  }

  private static Optional<Ranked> find(Leader leader, List<Ranked> candidates) {
    return candidates.stream()
        .filter(each -> each.isEstimated() && each.model().id().equals(leader.model()))
        .findFirst();
  }

  /** The best leader of the category that no candidate is enough better than. */
  private Optional<Ranked> nearest(Category category, List<Ranked> candidates) {
    QualityEstimate best = candidates.get(0).estimate();
    return candidates.stream()
        .filter(each -> leads(category, each))
        .filter(
            each -> {
              QualityEstimate estimate = each.estimate();
              return best != null && estimate != null && !PickGate.isPassed(best, estimate);
            })
        .findFirst();
  }

  private boolean leads(Category category, Ranked candidate) {
    return leaders.values().stream()
        .anyMatch(
            leader ->
                leader.category() == category && leader.model().equals(candidate.model().id()));
  }

  private static List<Ranked> moved(Ranked first, List<Ranked> candidates) {
    if (candidates.get(0).equals(first)) {
      return candidates;
    }
    List<Ranked> moved = new ArrayList<>(candidates.size());
    moved.add(first);
    candidates.stream().filter(each -> !each.equals(first)).forEach(moved::add);
    return List.copyOf(moved);
  }
}
