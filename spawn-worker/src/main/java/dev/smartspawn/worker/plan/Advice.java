package dev.smartspawn.worker.plan;

import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.spawn.PlannedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An advisor's answer.
 *
 * @param models at least one, best first
 * @param category the task's category, if the advisor determined one
 */
public record Advice(List<PlannedModel> models, @Nullable Category category) {

  public Advice {
    models = List.copyOf(models);
  }
}
