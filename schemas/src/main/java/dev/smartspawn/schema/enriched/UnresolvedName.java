package dev.smartspawn.schema.enriched;

import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * A source's name that means no model of the catalogue, as far as can be told.
 *
 * @param key of the record in the source's raw topic
 * @param name as the source writes it
 * @param nearest at most three models that came near, nearest first
 */
public record UnresolvedName(Source source, String key, String name, List<Refused> nearest) {

  public UnresolvedName {
    if (source == null || key == null || name == null) {
      throw new IllegalArgumentException("'source', 'key' and 'name' are required");
    }
    nearest = nearest == null ? List.of() : List.copyOf(nearest);
  }

  /**
   * A model that came near.
   *
   * @param why what spoke against it, in a few words
   */
  public record Refused(CanonicalId id, String why) {}
}
