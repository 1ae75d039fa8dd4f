package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.recommend.Requirements;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.refresh.Leader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Since when a model is the answer.
 *
 * @param at when the refresh was closed that made it the answer
 * @param before the answer before; absent if it is the first one
 */
public record Since(Instant at, @Nullable CanonicalId before) {

  /** Null if the answer is not the leader of a standard question. */
  static @Nullable Since of(
      Category category, Requirements requirements, CanonicalId answer, ServedCatalogue catalogue) {
    return catalogue
        .recommender()
        .leader(category, requirements)
        .filter(leader -> leader.model().equals(answer))
        .map(Since::of)
        .orElse(null);
  }

  private static Since of(Leader leader) {
    return new Since(leader.since(), leader.before());
  }
}
