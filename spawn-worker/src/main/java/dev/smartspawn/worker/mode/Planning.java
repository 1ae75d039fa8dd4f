package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.call.Candidates;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.plan.Advice;
import dev.smartspawn.worker.plan.Advisor;
import dev.smartspawn.worker.plan.AdvisorUnreachableException;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.plan.NoModelException;
import dev.smartspawn.worker.plan.PreferringAdvisor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses models for the parts of one spawn. The chosen models are recorded so that a resumed spawn
 * reuses them. While the advisor cannot be reached, it uses a fallback model and records that.
 */
final class Planning {

  private static final Logger log = LoggerFactory.getLogger(Planning.class);

  /** How many more models are requested once the first choice has failed. */
  private static final int ALTERNATIVES = 3;

  private final Attempt attempt;
  private final Supplier<ModelDirectory> directory;

  Planning(Attempt attempt, Supplier<ModelDirectory> directory) {
    this.attempt = attempt;
    this.directory = directory;
  }

  /** The models planned for the part, best first; plans them if none are. */
  List<PlannedModel> first(String part, ModelQuery query) {
    return planned(part, query, () -> ask(query));
  }

  List<PlannedModel> several(String part, ModelQuery query, int count) {
    return planned(part, query, () -> advisor().several(query, count));
  }

  /** The planned models, then the next best once all of them have failed. */
  Candidates candidates(String part, ModelQuery query) {
    return tried -> {
      Optional<PlannedModel> planned = untried(first(part, query), tried);
      return planned.isPresent() ? planned : further(part, query, tried);
    };
  }

  boolean fellBack(String part) {
    return attempt.history().steps().stream()
        .anyMatch(step -> step instanceof SpawnStep.FellBack back && back.part().equals(part));
  }

  private Advisor advisor() {
    return new PreferringAdvisor(directory.get().advisor());
  }

  private Advice ask(ModelQuery query) {
    CanonicalId named = query.named();
    if (named == null) {
      return advisor().best(query);
    }
    Optional<PlannedModel> priced =
        directory
            .get()
            .prices()
            .of(named)
            .map(price -> PlannedModel.of(named, price, "requested by name"));
    PlannedModel model = priced.orElseGet(() -> advisor().named(named));
    if (!query.content().stream()
        .allMatch(directory.get().described(model).limitsOrUnknown()::takes)) {
      throw new NoModelException(
          "%s is not known to take the request's images or files".formatted(named));
    }
    return new Advice(List.of(model), query.category());
  }

  private Optional<PlannedModel> further(String part, ModelQuery query, List<CanonicalId> tried) {
    if (fellBack(part)) {
      return Optional.empty();
    }
    try {
      Advice advice = advisor().several(query.without(tried), ALTERNATIVES);
      note(part, advice);
      return untried(attempt.history().planned(part), tried);
    } catch (NoModelException | AdvisorUnreachableException e) {
      log.info("spawn {}: no further model for {}: {}", attempt.spawnId(), part, e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<PlannedModel> untried(
      List<PlannedModel> planned, List<CanonicalId> tried) {
    return planned.stream().filter(model -> !tried.contains(model.model())).findFirst();
  }

  private List<PlannedModel> planned(String part, ModelQuery query, Supplier<Advice> question) {
    List<PlannedModel> known = attempt.history().planned(part);
    if (!known.isEmpty()) {
      return known;
    }
    try {
      note(part, question.get());
    } catch (AdvisorUnreachableException e) {
      fallBack(part, query, String.valueOf(e.getMessage()));
    }
    return attempt.history().planned(part);
  }

  private void fallBack(String part, ModelQuery query, String reason) {
    log.warn("spawn {}: {}; using a fallback model", attempt.spawnId(), reason);
    attempt.record(new SpawnStep.FellBack(part, reason));
    note(part, directory.get().fallback().advice(query));
  }

  private void note(String part, Advice advice) {
    ModelDirectory described = directory.get();
    attempt.record(
        new SpawnStep.Planned(
            part, advice.models().stream().map(described::described).toList(), advice.category()));
  }
}
