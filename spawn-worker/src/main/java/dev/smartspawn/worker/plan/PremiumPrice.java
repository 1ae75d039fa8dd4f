package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.ModelPrice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The price of the best model of a category, looked up at most once a minute. */
public final class PremiumPrice {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Supplier<Advisor> advisor;
  private final Clock clock;
  private final Map<Category, Known> known = new ConcurrentHashMap<>();

  private record Known(Optional<ModelPrice> price, Instant until) {}

  public PremiumPrice(Supplier<Advisor> advisor, Clock clock) {
    this.advisor = advisor;
    this.clock = clock;
  }

  /** Empty when the advisor names none or cannot be reached. */
  public Optional<ModelPrice> in(Category category) {
    return known
        .compute(
            category,
            (key, before) ->
                before != null && clock.instant().isBefore(before.until()) ? before : ask(key))
        .price();
  }

  private Known ask(Category category) {
    ModelQuery best = ModelQuery.of(category, Budget.HIGH);
    Instant until = clock.instant().plus(KEPT);
    try {
      return new Known(Optional.of(advisor.get().best(best).models().get(0).price()), until);
    } catch (NoModelException | AdvisorUnreachableException e) {
      return new Known(Optional.empty(), until);
    }
  }
}
