package dev.smartspawn.enrich.incumbent;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.PickGate;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.refresh.Leader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the standard questions, as a fold over closed refreshes. An answer changes only
 * for a reason of its own: the model is gone or does not fit any more, or something of the two
 * models changed and the other one is better by a part of the error of their difference.
 */
public final class Incumbents {

  private final Map<StandardQuestion, Leader> before;
  private final Collection<EnrichedModel> models;
  private final Predicate<CanonicalId> changed;
  private final Instant at;

  private Incumbents(
      Map<StandardQuestion, Leader> before,
      Collection<EnrichedModel> models,
      Predicate<CanonicalId> changed,
      Instant at) {
    this.before = before;
    this.models = models;
    this.changed = changed;
    this.at = at;
  }

  /**
   * The leaders after a refresh.
   *
   * @param before the leaders after the refresh before; empty before the first
   * @param changed whether a model is new or something of its own changed since then
   * @param at when the refresh was closed
   */
  public static List<Leader> after(
      Collection<Leader> before,
      Collection<EnrichedModel> models,
      Predicate<CanonicalId> changed,
      Instant at) {
    Incumbents fold =
        new Incumbents(
            before.stream().collect(Collectors.toMap(Leader::question, Function.identity())),
            models,
            changed,
            at);
    List<Leader> leaders = new ArrayList<>();
    StandardQuestion.ALL.forEach(question -> fold.leader(question).ifPresent(leaders::add));
    return leaders;
  }

  private Optional<Leader> leader(StandardQuestion question) {
    List<EnrichedModel> candidates =
        models.stream().filter(question::admits).sorted(question.bestFirst()).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    @Nullable Leader held = before.get(question);
    if (held == null) {
      return Optional.of(leader(question, candidates.get(0), null));
    }
    Optional<EnrichedModel> incumbent =
        candidates.stream().filter(model -> model.id().equals(held.model())).findFirst();
    if (incumbent.isEmpty()) {
      return Optional.of(leader(question, candidates.get(0), held.model()));
    }
    return Optional.of(
        challenger(question, incumbent.get(), candidates)
            .map(better -> leader(question, better, held.model()))
            .orElse(held));
  }

  /** The best of the models that there is a reason to change to. */
  private Optional<EnrichedModel> challenger(
      StandardQuestion question, EnrichedModel incumbent, List<EnrichedModel> candidates) {
    boolean incumbentChanged = changed.test(incumbent.id());
    return candidates.stream()
        .takeWhile(model -> !model.equals(incumbent))
        .filter(model -> incumbentChanged || changed.test(model.id()))
        .filter(model -> PickGate.isPassed(question.estimate(model), question.estimate(incumbent)))
        .findFirst();
  }

  private Leader leader(
      StandardQuestion question, EnrichedModel model, @Nullable CanonicalId replaced) {
    return new Leader(question.category(), question.budget(), model.id(), at, replaced);
  }
}
