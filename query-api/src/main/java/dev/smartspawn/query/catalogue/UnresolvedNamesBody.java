package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;

/** {@code GET /names/unresolved}. */
public record UnresolvedNamesBody(List<UnresolvedName> data, Meta meta) {

  /**
   * @param passing those of {@code names} that pass the filters
   */
  static UnresolvedNamesBody of(UnresolvedNames names, List<UnresolvedName> passing, long limit) {
    return new UnresolvedNamesBody(
        passing.subList(0, (int) Math.min(limit, passing.size())),
        new Meta(names.size(), passing.size(), names.bySource()));
  }

  /**
   * @param total names there are
   * @param filtered names that pass the filters, of which {@code data} holds the first
   * @param bySource how many of {@code total} each source has
   */
  public record Meta(int total, int filtered, Map<Source, Integer> bySource) {}
}
