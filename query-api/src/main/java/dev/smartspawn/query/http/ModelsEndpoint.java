package dev.smartspawn.query.http;

import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.view.ModelOrder;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /models}. */
final class ModelsEndpoint implements Endpoint {

  private static final Set<Parameter> PARAMETERS =
      EnumSet.of(Parameter.CATEGORY, Parameter.TIER, Parameter.LIMIT, Parameter.SORT);
  private static final long DEFAULT_LIMIT = 50;
  private static final long MAX_LIMIT = 1000;

  @Override
  public Answer answer(Question question) {
    Parameters parameters = question.parameters(PARAMETERS);
    Category category =
        parameters
            .choice(Parameter.CATEGORY, Category::find, "one of " + Category.known())
            .orElse(null);
    Tier tier =
        parameters.choice(Parameter.TIER, Tier::find, "premium, standard or budget").orElse(null);
    ModelOrder order =
        parameters
            .choice(Parameter.SORT, ModelOrder::find, "one of " + ModelOrder.known())
            .orElse(ModelOrder.SCORE);
    long limit = parameters.wholeNumber(Parameter.LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);

    ModelView view = question.view();
    List<RenderedModel> passing = ofTier(tier, view.catalogue().listings().of(category, order));
    List<RenderedModel> shown = passing.subList(0, (int) Math.min(limit, passing.size()));
    return Answer.ok(view.list(shown, passing.size()), view.listTag());
  }

  private static List<RenderedModel> ofTier(@Nullable Tier tier, List<RenderedModel> models) {
    return tier == null
        ? models
        : models.stream().filter(rendered -> rendered.model().tier() == tier).toList();
  }
}
