package dev.smartspawn.query.http;

import dev.smartspawn.query.body.EvidenceBody;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.view.Catalogue;
import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /models/{id}/evidence}. What an id is, is read as for {@code /models/{id}}; see {@link
 * Router} for a model whose own id ends in {@code /evidence}.
 */
final class EvidenceEndpoint implements Endpoint {

  @Override
  public Answer answer(Question question) {
    question.parameters(Set.of());
    Catalogue catalogue = question.view().catalogue();
    RenderedModel rendered = ModelEndpoint.require(catalogue, question);
    EnrichedModel model = rendered.model();
    EvidenceBody.Meta meta =
        new EvidenceBody.Meta(
            model.id(), model.evidence().size(), RenderedModel.attribution(List.of(rendered)));
    return Answer.ok(new EvidenceBody(model.evidence(), meta), catalogue.entityTag());
  }
}
