package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code GET /models/{id}/evidence}. See {@link dev.smartspawn.query.http.route.Router} for a model
 * whose own id ends in {@code /evidence}.
 */
public final class EvidenceEndpoint implements Endpoint {

  private final Supplier<ModelView> views;

  public EvidenceEndpoint(Supplier<ModelView> views) {
    this.views = views;
  }

  @Override
  public Response answer(QueryRequest request) {
    request.requireNoParameters();
    ServedCatalogue catalogue = views.get().catalogue();
    RenderedModel rendered = ModelIds.require(catalogue, request.pathVariable());
    EnrichedModel model = rendered.model();
    EvidenceBody.Meta meta =
        new EvidenceBody.Meta(
            model.id(), model.evidence().size(), RenderedModel.attribution(List.of(rendered)));
    return Response.ok(
        WholeEvidence.bytes(new EvidenceBody(model.evidence(), meta)), catalogue.entityTag());
  }
}
