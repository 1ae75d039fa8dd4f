package dev.smartspawn.query.recommend;

import dev.smartspawn.schema.enriched.EnrichedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recommendation came about.
 *
 * @param rungs every model there is, in rank order; last, by id, those that have no place
 * @param why in one sentence, what puts the first of those that remain before the second
 */
public record Ladder(List<Rung> rungs, String why) {

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /**
   * @param ranked null for a model that cannot be placed in the category
   * @param removedBy the filter that removed it; null if it remains
   */
  public record Rung(
      EnrichedModel model, @Nullable Ranked ranked, @Nullable ModelFilter removedBy) {}
}
