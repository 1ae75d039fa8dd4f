package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.view.ModelOrder;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.Tier;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /models}. */
public final class ModelsEndpoint implements Endpoint {

  private static final Parameter CATEGORY = Parameter.of("category");
  private static final Parameter TIER = Parameter.of("tier");
  private static final Parameter LIMIT = Parameter.of("limit");
  private static final Parameter SORT = Parameter.of("sort");
  private static final List<Parameter> PARAMETERS = List.of(CATEGORY, TIER, LIMIT, SORT);
  private static final long DEFAULT_LIMIT = 50;
  private static final long MAX_LIMIT = 1000;

  private final Supplier<ModelView> views;

  public ModelsEndpoint(Supplier<ModelView> views) {
    this.views = views;
  }

  @Override
  public Response answer(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    Category category =
        parameters.choice(CATEGORY, Category::find, "one of " + Category.known()).orElse(null);
    Tier tier = parameters.choice(TIER, Tier::find, "premium, standard or budget").orElse(null);
    ModelOrder order =
        parameters
            .choice(SORT, ModelOrder::find, "one of " + ModelOrder.known())
            .orElse(ModelOrder.SCORE);
    long limit = parameters.wholeNumber(LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);

    ModelView view = views.get();
    List<RenderedModel> passing = ofTier(tier, view.catalogue().listings().of(category, order));
    List<RenderedModel> shown = passing.subList(0, (int) Math.min(limit, passing.size()));
    return Response.ok(ModelsBody.of(view, shown, passing.size()), view.listTag());
  }

  private static List<RenderedModel> ofTier(@Nullable Tier tier, List<RenderedModel> models) {
    return tier == null
        ? models
        : models.stream().filter(rendered -> rendered.model().tier() == tier).toList();
  }
}
