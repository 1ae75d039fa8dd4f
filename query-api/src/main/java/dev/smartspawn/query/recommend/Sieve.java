package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.question.Capability;
import org.jspecify.annotations.Nullable;

/**
 * Which filter keeps a model from being recommended: the one place where that is decided, for
 * shortlists, for wishes and for whoever asks why. Of several that would, the first in this order
 * is named: {@code router}, {@code alias}, {@code variant}, {@code category}, {@code budget},
 * {@code require:vision} and its like, {@code minContext}, {@code exclude}. Null stands for none.
 */
final class Sieve {

  /** What has neither an estimate nor a score in the category has no place in it. */
  static final String NO_ESTIMATE = "no-estimate";

  private static final String BATCH = "batch";
  private static final String FREE = "free";
  private static final String VARIANT = "variant";

  private Sieve() {}

  /** By everything. */
  static @Nullable String filter(Category category, Wishes wishes, EnrichedModel model) {
    String filter = filter(wishes.niche(category), model);
    return filter == null ? filter(wishes, model) : filter;
  }

  /** By what shortlists are made for. */
  static @Nullable String filter(Niche niche, EnrichedModel model) {
    String filter = filter(niche.category(), model);
    if (filter != null) {
      return filter;
    }
    if (niche.freeVariants() == FreeVariants.LEFT_OUT && model.id().variant().equals(FREE)) {
      return VARIANT;
    }
    return niche.budget().affords(model.pricing().prompt()) ? null : "budget";
  }

  /** By what a question may ask for besides. */
  static @Nullable String filter(Wishes wishes, EnrichedModel model) {
    for (Capability need : Capability.values()) {
      if (wishes.require().contains(need) && !need.isMetBy(model.capabilities())) {
        return "require:" + need.id();
      }
    }
    if (model.contextLength() < wishes.minContext()) {
      return "minContext";
    }
    return wishes.exclude().contains(model.id()) ? "exclude" : null;
  }

  /**
   * By what holds for every question: routers have no quality of their own, an alias changes what
   * it means, a batch variant does not answer at once.
   */
  static @Nullable String filter(Category category, EnrichedModel model) {
    if (model.isRouter() || model.pricing().prompt() < 0) {
      return "router";
    }
    if (model.id().isAlias()) {
      return "alias";
    }
    if (model.id().variant().equals(BATCH)) {
      return VARIANT;
    }
    return model.categories().contains(category) ? null : "category";
  }
}
