package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recommends only models that may be called, however far down another advisor ranks them. */
final class AllowedModels implements Advisor {

  /** The most that can be asked for at once. */
  private static final int MOST_AT_ONCE = 5;

  /** More than there are models: a safeguard against an advisor that ignores exclusions. */
  private static final int MOST_SEEN = 5000;

  private final Advisor advisor;
  private final Predicate<CanonicalId> allowed;
  private final String why;

  /**
   * @param why for people, why the others are not allowed
   */
  AllowedModels(Advisor advisor, Predicate<CanonicalId> allowed, String why) {
    this.advisor = advisor;
    this.allowed = allowed;
    this.why = why;
  }

  @Override
  public Advice best(ModelQuery query) {
    Advice first = advisor.best(query);
    return first.models().stream().allMatch(each -> allowed.test(each.model()))
        ? first
        : several(query, 1);
  }

  @Override
  public Advice several(ModelQuery query, int count) {
    List<PlannedModel> found = new ArrayList<>();
    List<CanonicalId> seen = new ArrayList<>();
    @Nullable Category category = query.category();
    int asked = count;
    while (found.size() < count && seen.size() < MOST_SEEN) {
      Advice advice;
      try {
        advice = advisor.several(query.without(seen), asked);
      } catch (NoModelException e) {
        if (seen.isEmpty()) {
          throw e;
        }
        break;
      }
      category = advice.category();
      for (PlannedModel model : advice.models()) {
        seen.add(model.model());
        if (allowed.test(model.model()) && found.size() < count) {
          found.add(model);
        }
      }
      asked = MOST_AT_ONCE;
    }
    if (found.isEmpty()) {
      throw new NoModelException("no model is left that may be called: " + why);
    }
    return new Advice(found, category);
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    if (!allowed.test(id)) {
      throw new NoModelException("%s may not be called: %s".formatted(id, why));
    }
    return advisor.named(id);
  }
}
