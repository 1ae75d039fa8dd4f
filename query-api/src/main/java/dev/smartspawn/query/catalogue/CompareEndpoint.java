package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code GET /compare?ids=a,b}: two to five models side by side. */
public final class CompareEndpoint implements Endpoint {

  private static final Parameter IDS = Parameter.of("ids");
  private static final List<Parameter> PARAMETERS = List.of(IDS);
  private static final int FEWEST = 2;
  private static final int MOST = 5;

  private final Supplier<ModelView> views;

  public CompareEndpoint(Supplier<ModelView> views) {
    this.views = views;
  }

  @Override
  public Response answer(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    List<String> names = parameters.choices(IDS, ModelIds::name, ModelIds.EXPECTED);
    if (names.size() < FEWEST || names.size() > MOST) {
      throw wrongNumber(names.size());
    }
    ServedCatalogue catalogue = views.get().catalogue();
    Set<CanonicalId> ids = ModelIds.resolve(catalogue, IDS.name(), names, StatusCodes.NOT_FOUND);
    if (ids.size() < names.size()) {
      throw wrongNumber(ids.size());
    }
    List<RenderedModel> models = ids.stream().map(id -> catalogue.find(id).orElseThrow()).toList();
    CompareBody.Meta meta =
        new CompareBody.Meta(
            Differences.between(models),
            RenderedModel.attribution(models),
            catalogue.awaitingOrNull());
    return Response.ok(new CompareBody(models, meta), catalogue.entityTag());
  }

  private static Refusal wrongNumber(int different) {
    return Refusal.parameter(
        "'ids' names %d models: expected %d to %d different ones"
            .formatted(different, FEWEST, MOST));
  }
}
