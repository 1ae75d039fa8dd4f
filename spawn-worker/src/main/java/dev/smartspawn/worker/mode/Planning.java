package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.Candidates;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.plan.Advice;
import dev.smartspawn.worker.plan.AdvisorUnreachableException;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.plan.PlanDesk;
import dev.smartspawn.worker.plan.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses models for the parts of one spawn, and notes whom, so that a later attempt keeps to it.
 * While nobody can be asked it falls back, and says so.
 */
final class Planning {

  private static final Logger log = LoggerFactory.getLogger(Planning.class);

  /** How many more are asked for once the first choice has failed. */
  private static final int ALTERNATIVES = 3;

  private final Attempt attempt;
  private final PlanDesk desk;

  Planning(Attempt attempt, PlanDesk desk) {
    this.attempt = attempt;
    this.desk = desk;
  }

  /** Whom the part was planned for, or is now; the best first. */
  List<PlannedModel> first(String part, Wish wish) {
    return planned(part, wish, () -> ask(wish));
  }

  List<PlannedModel> several(String part, Wish wish, int count) {
    return planned(part, wish, () -> desk.advisor().several(wish, count));
  }

  /** The planned ones, and when they have all failed, the next best. */
  Candidates candidates(String part, Wish wish) {
    return tried -> {
      Optional<PlannedModel> planned = untried(first(part, wish), tried);
      return planned.isPresent() ? planned : further(part, wish, tried);
    };
  }

  boolean fellBack(String part) {
    return attempt.history().steps().stream()
        .anyMatch(step -> step instanceof SpawnStep.FellBack back && back.part().equals(part));
  }

  private Advice ask(Wish wish) {
    CanonicalId named = wish.named();
    if (named == null) {
      return desk.advisor().best(wish);
    }
    Optional<PlannedModel> priced =
        desk.prices().of(named).map(price -> new PlannedModel(named, price, "asked for by name"));
    return new Advice(
        List.of(priced.orElseGet(() -> desk.advisor().named(named))), wish.category());
  }

  private Optional<PlannedModel> further(String part, Wish wish, List<CanonicalId> tried) {
    if (fellBack(part)) {
      return Optional.empty();
    }
    try {
      Advice advice = desk.advisor().several(wish.without(tried), ALTERNATIVES);
      note(part, advice);
      return untried(attempt.history().planned(part), tried);
    } catch (NoModelException | AdvisorUnreachableException e) {
      log.info("spawn {}: nobody else for {}: {}", attempt.spawnId(), part, e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<PlannedModel> untried(
      List<PlannedModel> planned, List<CanonicalId> tried) {
    return planned.stream().filter(model -> !tried.contains(model.model())).findFirst();
  }

  private List<PlannedModel> planned(String part, Wish wish, Supplier<Advice> question) {
    List<PlannedModel> known = attempt.history().planned(part);
    if (!known.isEmpty()) {
      return known;
    }
    try {
      note(part, question.get());
    } catch (AdvisorUnreachableException e) {
      fallBack(part, wish, String.valueOf(e.getMessage()));
    }
    return attempt.history().planned(part);
  }

  private void fallBack(String part, Wish wish, String reason) {
    log.warn("spawn {}: {}; using a fallback model", attempt.spawnId(), reason);
    attempt.record(new SpawnStep.FellBack(part, reason));
    note(part, desk.fallback().advice(wish));
  }

  private void note(String part, Advice advice) {
    attempt.record(
        new SpawnStep.Planned(
            part, advice.models().stream().map(desk.prices()::apply).toList(), advice.category()));
  }
}
