package dev.smartspawn.query.http;

import dev.smartspawn.query.body.ApiVersion;
import dev.smartspawn.query.body.ModelBody;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.http.PercentDecoding.Plus;
import dev.smartspawn.query.view.Catalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.List;
import java.util.Set;

/**
 * {@code GET /models/{id}}: everything about one model, with the {@code evidence} that lists leave
 * out. An id has a slash in it, plain or percent-encoded.
 */
final class ModelEndpoint implements Endpoint {

  @Override
  public Answer answer(Question question) {
    question.parameters(Set.of());
    Catalogue catalogue = question.view().catalogue();
    RenderedModel model = require(catalogue, question);
    ModelBody.Meta meta =
        new ModelBody.Meta(ApiVersion.CURRENT, RenderedModel.attribution(List.of(model)));
    return Answer.ok(new ModelBody(model.model(), meta), catalogue.entityTag());
  }

  /**
   * The model that a path names.
   *
   * @throws Refusal when it names none
   */
  static RenderedModel require(Catalogue catalogue, Question question) {
    return require(catalogue, id(question.tail()));
  }

  /**
   * @throws Refusal when there is no such model
   */
  static RenderedModel require(Catalogue catalogue, CanonicalId id) {
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "unknown_model",
                    "there is no model '%s': expected an id from /models".formatted(id)));
  }

  private static CanonicalId id(String encoded) {
    try {
      return CanonicalId.of(PercentDecoding.decode(encoded, Plus.PLUS));
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("the model's id cannot be read: " + e.getMessage());
    }
  }
}
