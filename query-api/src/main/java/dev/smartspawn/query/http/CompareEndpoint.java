package dev.smartspawn.query.http;

import dev.smartspawn.query.body.CompareBody;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.view.Catalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code GET /compare?ids=a,b}: two to five models side by side. */
final class CompareEndpoint implements Endpoint {

  private static final Set<Parameter> PARAMETERS = EnumSet.of(Parameter.IDS);
  private static final int FEWEST = 2;
  private static final int MOST = 5;

  @Override
  public Answer answer(Question question) {
    Parameters parameters = question.parameters(PARAMETERS);
    List<CanonicalId> ids = parameters.choices(Parameter.IDS, ModelIds::find, ModelIds.EXPECTED);
    if (ids.size() < FEWEST || ids.size() > MOST || new HashSet<>(ids).size() < ids.size()) {
      throw Refusal.parameter(
          "'ids' names %d models: expected %d to %d different ones"
              .formatted(new HashSet<>(ids).size(), FEWEST, MOST));
    }
    Catalogue catalogue = question.view().catalogue();
    List<RenderedModel> models =
        ids.stream().map(id -> ModelEndpoint.require(catalogue, id)).toList();
    CompareBody.Meta meta =
        new CompareBody.Meta(Differences.between(models), RenderedModel.attribution(models));
    return Answer.ok(new CompareBody(models, meta), catalogue.entityTag());
  }
}
