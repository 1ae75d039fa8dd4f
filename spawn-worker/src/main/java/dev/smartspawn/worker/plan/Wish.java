package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.spawn.SpawnRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What kind of model is wanted.
 *
 * @param task its text, for when the category is to be found out
 * @param category absent when it is to be found out
 * @param exclude not these
 * @param named this very model, whatever else is said
 */
public record Wish(
    String task,
    @Nullable Category category,
    Budget budget,
    @Nullable String context,
    List<String> require,
    int minContext,
    List<CanonicalId> exclude,
    @Nullable CanonicalId named) {

  public Wish {
    require = List.copyOf(require);
    exclude = List.copyOf(exclude);
  }

  /** As the request says. */
  public static Wish of(SpawnRequest request) {
    return new Wish(
        request.task(),
        request.category(),
        request.budget(),
        request.context(),
        request.require(),
        request.minContext(),
        request.exclude(),
        null);
  }

  public static Wish of(Category category, Budget budget) {
    return new Wish("", category, budget, null, List.of(), 0, List.of(), null);
  }

  public Wish atBudget(Budget other) {
    return new Wish(task, category, other, context, require, minContext, exclude, named);
  }

  public Wish without(List<CanonicalId> unwanted) {
    List<CanonicalId> all = new ArrayList<>(exclude);
    all.addAll(unwanted);
    return new Wish(task, category, budget, context, require, minContext, all, named);
  }

  public Wish forModel(CanonicalId id) {
    return new Wish(task, category, budget, context, require, minContext, exclude, id);
  }
}
