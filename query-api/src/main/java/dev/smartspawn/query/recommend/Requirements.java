package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a recommended model must meet.
 *
 * @param exclude only these ids; their variants stay eligible
 * @param parameters of a call that the model must take
 * @param minContext tokens; 0 for any
 * @param incumbency whether the answer so far is preferred
 */
public record Requirements(
    Budget budget,
    FreeVariants freeVariants,
    Set<CanonicalId> exclude,
    Set<Capability> require,
    Set<ModelParameter> parameters,
    long minContext,
    Incumbency incumbency) {

  public Requirements {
    exclude = Set.copyOf(exclude);
    require = Set.copyOf(require);
    parameters = Set.copyOf(parameters);
  }

  /** Requirements without parameters that prefer the answer so far. */
  public Requirements(
      Budget budget,
      FreeVariants freeVariants,
      Set<CanonicalId> exclude,
      Set<Capability> require,
      long minContext) {
    this(budget, freeVariants, exclude, require, Set.of(), minContext, Incumbency.PREFERRED);
  }

  public Requirements excluding(Set<CanonicalId> ids) {
    return new Requirements(budget, freeVariants, ids, require, parameters, minContext, incumbency);
  }

  public ShortlistKey shortlistKey(Category category) {
    return new ShortlistKey(category, budget, freeVariants);
  }

  /** Whether every model of the shortlist meets them. */
  public boolean areMetByShortlist() {
    return exclude.isEmpty() && require.isEmpty() && parameters.isEmpty() && minContext == 0;
  }

  /** Null where any context will do. */
  public @Nullable Long leastContext() {
    return minContext == 0 ? null : minContext;
  }

  /** The same text for equal requirements, over restarts too. */
  public String canonical() {
    return "%s %s -%s +%s %s %d %s"
        .formatted(
            budget.id(),
            freeVariants,
            exclude.stream().sorted().toList(),
            require.stream().sorted().toList(),
            parameters.stream().sorted().toList(),
            minContext,
            incumbency);
  }

  /** As part of a sentence: {@code under $5/1M prompt tokens with vision}. */
  public String inWords() {
    List<String> demands = new ArrayList<>(require.stream().sorted().map(Capability::id).toList());
    parameters.stream().sorted().map(each -> "the parameter " + each).forEach(demands::add);
    if (minContext > 0) {
      demands.add("at least " + minContext + " tokens of context");
    }
    return budget.inWords() + (demands.isEmpty() ? "" : " with " + String.join(" and ", demands));
  }
}
