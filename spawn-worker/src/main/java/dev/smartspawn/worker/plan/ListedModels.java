package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.List;

/** An operator's own list: for local servers, whose models no catalogue knows. */
public final class ListedModels implements Advisor {

  private final List<PlannedModel> models;

  /**
   * @param models the best first
   */
  public ListedModels(List<PlannedModel> models) {
    this.models = List.copyOf(models);
  }

  @Override
  public Advice best(Wish wish) {
    return several(wish, 1);
  }

  @Override
  public Advice several(Wish wish, int count) {
    List<PlannedModel> wanted =
        models.stream()
            .filter(listed -> !wish.exclude().contains(listed.model()))
            .limit(count)
            .toList();
    if (wanted.isEmpty()) {
      throw new NoModelException("no model of the operator's list is left");
    }
    return new Advice(wanted, wish.category());
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    return models.stream()
        .filter(listed -> listed.model().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoModelException(id + " is not on the operator's list"));
  }
}
