package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.Comparator;
import java.util.List;

/** Recommends from the operator's own list, for local servers that no catalogue covers. */
public final class ListedModels implements Advisor {

  private final List<PlannedModel> models;

  /**
   * @param models best first
   */
  public ListedModels(List<PlannedModel> models) {
    this.models = List.copyOf(models);
  }

  @Override
  public Advice best(ModelQuery query) {
    return several(query, 1);
  }

  @Override
  public Advice several(ModelQuery query, int count) {
    List<PlannedModel> wanted =
        ordered(query.budget()).stream()
            .filter(listed -> !query.exclude().contains(listed.model()))
            .filter(listed -> listed.limitsOrUnknown().hasContext(query.minContext()))
            .filter(listed -> takes(listed, query))
            .limit(count)
            .toList();
    if (wanted.isEmpty()) {
      if (!query.content().isEmpty()) {
        throw new NoModelException(
            "no model of the operator's list is left that is known to take "
                + (query.content().contains(Capability.VISION) ? "images" : "files"));
      }
      if (!query.parameters().isEmpty()) {
        throw new NoModelException(
            "no model of the operator's list is left that is known to take "
                + query.parameters().stream().sorted().toList());
      }
      throw new NoModelException(
          query.minContext() == 0
              ? "no model of the operator's list is left"
              : "no model of the operator's list is left with %d tokens of context"
                  .formatted(query.minContext()));
    }
    return new Advice(wanted, query.category());
  }

  private static boolean takes(PlannedModel listed, ModelQuery query) {
    return query.parameters().stream().allMatch(listed.limitsOrUnknown()::takes)
        && query.content().stream().allMatch(listed.limitsOrUnknown()::takes);
  }

  /** A low budget asks for what costs least; of equally cheap models, for the best. */
  private List<PlannedModel> ordered(Budget budget) {
    return budget == Budget.LOW
        ? models.stream()
            .sorted(Comparator.comparing(listed -> listed.price().perTokens()))
            .toList()
        : models;
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    return models.stream()
        .filter(listed -> listed.model().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoModelException(id + " is not on the operator's list"));
  }
}
