package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param models at least one, the best first
 * @param category what the task was taken for, where that is known
 */
public record Advice(List<PlannedModel> models, @Nullable Category category) {

  public Advice {
    models = List.copyOf(models);
  }
}
