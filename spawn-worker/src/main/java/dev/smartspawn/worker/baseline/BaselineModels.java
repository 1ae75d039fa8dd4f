package dev.smartspawn.worker.baseline;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.plan.AdvisorUnreachableException;
import dev.smartspawn.worker.plan.ListPrice;
import dev.smartspawn.worker.plan.ModelDirectory;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.plan.NoModelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The models that spawns are compared with, each looked up at most once a minute. */
public final class BaselineModels {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Supplier<ModelDirectory> directory;
  private final Optional<CanonicalId> named;
  private final Clock clock;
  private final Map<Question, Known> known = new ConcurrentHashMap<>();

  /**
   * @param category absent for the named model
   * @param budget absent for the named model
   */
  private record Question(@Nullable Category category, @Nullable Budget budget) {}

  private record Known(Optional<PlannedModel> model, Instant until) {}

  /**
   * @param named the model that the operator compares with
   */
  public BaselineModels(
      Supplier<ModelDirectory> directory, Optional<CanonicalId> named, Clock clock) {
    this.directory = directory;
    this.named = named;
    this.clock = clock;
  }

  /** The best at any price; empty when there is none or nobody can be asked. */
  public Optional<PlannedModel> best(Category category) {
    return best(category, Budget.ANY);
  }

  /** The best at budget high, which a cascade escalates to. */
  public Optional<PlannedModel> strong(Category category) {
    return best(category, Budget.HIGH);
  }

  /** The model that the operator has named; empty without one, or when it is unknown. */
  Optional<PlannedModel> named() {
    return named.flatMap(id -> look(new Question(null, null), models -> described(models, id)));
  }

  private Optional<PlannedModel> best(Category category, Budget budget) {
    return look(
        new Question(category, budget),
        models ->
            models.described(
                models.advisor().best(ModelQuery.of(category, budget)).models().get(0)));
  }

  private static PlannedModel described(ModelDirectory models, CanonicalId id) {
    Optional<ListPrice> own = models.prices().listed(id);
    return own.isPresent()
        ? PlannedModel.of(id, own.get().price(), "").withPrice(own.get().price(), own.get().from())
        : models.advisor().named(id);
  }

  private Optional<PlannedModel> look(
      Question question, Function<ModelDirectory, PlannedModel> answer) {
    return known
        .compute(
            question,
            (key, before) ->
                before != null && clock.instant().isBefore(before.until()) ? before : ask(answer))
        .model();
  }

  private Known ask(Function<ModelDirectory, PlannedModel> answer) {
    Instant until = clock.instant().plus(KEPT);
    try {
      return new Known(Optional.of(answer.apply(directory.get())), until);
    } catch (NoModelException | AdvisorUnreachableException e) {
      return new Known(Optional.empty(), until);
    }
  }
}
