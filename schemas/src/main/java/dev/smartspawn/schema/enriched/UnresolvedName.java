package dev.smartspawn.schema.enriched;

import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * A source's name that could not be matched with a model of the catalogue.
 *
 * @param key of the record in the source's raw topic
 * @param name as the source writes it
 * @param nearest at most three models that almost matched, nearest first
 */
public record UnresolvedName(Source source, String key, String name, List<Refused> nearest) {

  public UnresolvedName {
    if (source == null || key == null || name == null) {
      throw new IllegalArgumentException("'source', 'key' and 'name' are required");
    }
    nearest = nearest == null ? List.of() : List.copyOf(nearest);
  }

  /**
   * A model that almost matched.
   *
   * @param why the reason it was refused, in a few words
   */
  public record Refused(CanonicalId id, String why) {}
}
