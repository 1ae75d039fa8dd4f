package dev.smartspawn.worker.stub;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.plan.Advice;
import dev.smartspawn.worker.plan.Advisor;
import dev.smartspawn.worker.plan.ModelQuery;
import dev.smartspawn.worker.plan.NoModelException;
import java.math.BigDecimal;
import java.util.List;

/** Recommends from five models of five makers, with the real budget ceilings. */
public final class TestModels implements Advisor {

  private static final List<PlannedModel> MODELS =
      List.of(
          model("anthropic/dear", "5", "25"),
          model("openai/dear", "4", "16"),
          model("google/middle", "2", "10"),
          model("deepseek/cheap", "0.3", "0.9"),
          model("qwen/cheap", "0.2", "0.6"));

  @Override
  public Advice best(ModelQuery query) {
    return several(query, 1);
  }

  @Override
  public Advice several(ModelQuery query, int count) {
    BigDecimal ceiling =
        switch (query.budget()) {
          case LOW -> BigDecimal.valueOf(1);
          case MEDIUM -> BigDecimal.valueOf(5);
          case HIGH, ANY -> BigDecimal.valueOf(20);
        };
    List<PlannedModel> wanted =
        MODELS.stream()
            .filter(m -> m.price().prompt().compareTo(ceiling) < 0)
            .filter(m -> !query.exclude().contains(m.model()))
            .limit(count)
            .toList();
    if (wanted.isEmpty()) {
      throw new NoModelException("no model of general is " + query.budget());
    }
    return new Advice(wanted, query.category() == null ? Category.GENERAL : query.category());
  }

  @Override
  public PlannedModel named(CanonicalId id) {
    return MODELS.stream()
        .filter(m -> m.model().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoModelException("there is no model " + id));
  }

  private static PlannedModel model(String id, String prompt, String completion) {
    return PlannedModel.of(CanonicalId.of(id), ModelPrice.of(prompt, completion), "test");
  }
}
