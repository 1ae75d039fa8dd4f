package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Recommends models that take what the query prefers, before all others. The query's other
 * requirements hold for all of them.
 */
public record PreferringAdvisor(Advisor advisor) implements Advisor {

  @Override
  public Advice best(ModelQuery query) {
    return several(query, 1, false);
  }

  @Override
  public Advice several(ModelQuery query, int count) {
    return several(query, count, true);
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    return advisor.named(id);
  }

  private Advice several(ModelQuery query, int count, boolean many) {
    List<PlannedModel> found = new ArrayList<>();
    Advice last = null;
    for (ModelParameter preferred : query.preferred()) {
      try {
        last = ask(query.requiring(preferred).without(ids(found)), count - found.size(), many);
        found.addAll(last.models());
      } catch (NoModelException e) {
        continue;
      }
      if (found.size() >= count) {
        return new Advice(found, last.category());
      }
    }
    try {
      Advice rest = ask(query.without(ids(found)), count - found.size(), many);
      found.addAll(rest.models());
      return new Advice(found, rest.category());
    } catch (NoModelException e) {
      if (last == null) {
        throw e;
      }
      return new Advice(found, last.category());
    }
  }

  private Advice ask(ModelQuery query, int count, boolean many) {
    return many ? advisor.several(query, count) : advisor.best(query);
  }

  private static List<CanonicalId> ids(List<PlannedModel> models) {
    return models.stream().map(PlannedModel::model).toList();
  }
}
