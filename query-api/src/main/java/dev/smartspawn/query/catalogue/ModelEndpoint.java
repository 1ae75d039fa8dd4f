package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.view.ApiVersion;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code GET /models/{id}}: everything about one model, with the {@code evidence} that lists leave
 * out.
 */
public final class ModelEndpoint implements Endpoint {

  private final Supplier<ModelView> views;

  public ModelEndpoint(Supplier<ModelView> views) {
    this.views = views;
  }

  @Override
  public Response answer(QueryRequest request) {
    request.requireNoParameters();
    ServedCatalogue catalogue = views.get().catalogue();
    RenderedModel model = ModelIds.require(catalogue, request.pathVariable());
    ModelBody.Meta meta =
        new ModelBody.Meta(ApiVersion.CURRENT, RenderedModel.attribution(List.of(model)));
    return Response.ok(
        WholeEvidence.bytes(new ModelBody(model.model(), meta)), catalogue.entityTag());
  }
}
