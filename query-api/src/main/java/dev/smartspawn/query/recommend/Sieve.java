package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.question.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Which filter keeps a model from being recommended: the one place where that is decided, for
 * shortlists, for wishes and for explanations. If several apply, the first one found is returned.
 * Null means that the model passes.
 */
final class Sieve {

  private static final String BATCH = "batch";
  private static final String FREE = "free";

  private Sieve() {}

  /** By everything. */
  static @Nullable ModelFilter filter(Category category, Wishes wishes, EnrichedModel model) {
    ModelFilter filter = filter(wishes.niche(category), model);
    return filter == null ? filter(wishes, model) : filter;
  }

  /** By what shortlists are made for. */
  static @Nullable ModelFilter filter(Niche niche, EnrichedModel model) {
    ModelFilter filter = filter(niche.category(), model);
    if (filter != null) {
      return filter;
    }
    if (niche.freeVariants() == FreeVariants.LEFT_OUT && model.id().variant().equals(FREE)) {
      return ModelFilter.VARIANT;
    }
    return niche.budget().affords(model.pricing().prompt()) ? null : ModelFilter.BUDGET;
  }

  /** By what a question may ask for besides. */
  static @Nullable ModelFilter filter(Wishes wishes, EnrichedModel model) {
    for (Capability capability : Capability.values()) {
      if (wishes.require().contains(capability) && !capability.isMetBy(model.capabilities())) {
        return ModelFilter.missing(capability);
      }
    }
    if (model.contextLength() < wishes.minContext()) {
      return ModelFilter.MIN_CONTEXT;
    }
    return wishes.exclude().contains(model.id()) ? ModelFilter.EXCLUDE : null;
  }

  /**
   * By what holds for every question: routers have no quality of their own, an alias changes what
   * it means, a batch variant does not answer at once.
   */
  static @Nullable ModelFilter filter(Category category, EnrichedModel model) {
    if (model.isRouter() || model.pricing().prompt() < 0) {
      return ModelFilter.ROUTER;
    }
    if (model.id().isAlias()) {
      return ModelFilter.ALIAS;
    }
    if (model.id().variant().equals(BATCH)) {
      return ModelFilter.VARIANT;
    }
    return model.categories().contains(category) ? null : ModelFilter.CATEGORY;
  }
}
