package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which filter keeps a model from being recommended: the one place where that is decided, for
 * shortlists, for requirements and for explanations. If several apply, the first one found is
 * returned. Null means that the model passes.
 */
final class EligibilityFilter {

  private static final String BATCH = "batch";
  private static final String FREE = "free";

  private EligibilityFilter() {}

  /** By everything. */
  static @Nullable ModelFilter filter(
      Category category, Requirements requirements, EnrichedModel model) {
    ModelFilter filter = filter(requirements.shortlistKey(category), model);
    return filter == null ? filter(requirements, model) : filter;
  }

  /** By what shortlists are made for. */
  static @Nullable ModelFilter filter(ShortlistKey key, EnrichedModel model) {
    ModelFilter filter = filter(key.category(), model);
    if (filter != null) {
      return filter;
    }
    if (key.freeVariants() == FreeVariants.LEFT_OUT && model.id().variant().equals(FREE)) {
      return ModelFilter.VARIANT;
    }
    return key.budget().affords(model.pricing().promptWithFee()) ? null : ModelFilter.BUDGET;
  }

  /** By the further requirements of a question. */
  static @Nullable ModelFilter filter(Requirements requirements, EnrichedModel model) {
    for (Capability capability : Capability.values()) {
      if (requirements.require().contains(capability)
          && !capability.isMetBy(model.capabilities())) {
        return ModelFilter.missing(capability);
      }
    }
    if (!takes(model, requirements.parameters())) {
      return ModelFilter.PARAMETERS;
    }
    if (model.contextLength() < requirements.minContext()) {
      return ModelFilter.MIN_CONTEXT;
    }
    return requirements.exclude().contains(model.id()) ? ModelFilter.EXCLUDE : null;
  }

  private static boolean takes(EnrichedModel model, Set<ModelParameter> parameters) {
    @Nullable List<String> supported = model.supportedParameters();
    return parameters.isEmpty()
        || (supported != null && parameters.stream().allMatch(each -> each.isAmong(supported)));
  }

  /**
   * By what holds for every question: routers have no quality of their own, aliases change their
   * meaning, and batch variants do not answer immediately.
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
