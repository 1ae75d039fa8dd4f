package dev.smartspawn.query.catalogue;

import dev.smartspawn.query.view.UnresolvedNames;
import dev.smartspawn.query.view.WeakMatch;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /names/unresolved}.
 *
 * @param weak names that were matched, but by a weak rule; the weakest first
 */
public record UnresolvedNamesBody(List<UnresolvedName> data, List<WeakMatch> weak, Meta meta) {

  /**
   * @param passing those of {@code names} that pass the filters
   * @param weak matched names that pass them
   */
  static UnresolvedNamesBody of(
      UnresolvedNames names, List<UnresolvedName> passing, List<WeakMatch> weak, long limit) {
    return new UnresolvedNamesBody(
        passing.subList(0, (int) Math.min(limit, passing.size())),
        weak.subList(0, (int) Math.min(limit, weak.size())),
        new Meta(names.size(), passing.size(), names.bySource(), weak.size()));
  }

  /**
   * @param total names there are
   * @param filtered names that pass the filters, of which {@code data} holds the first
   * @param bySource how many of {@code total} each source has
   * @param weak matched names that pass the filters, of which {@code weak} holds the first
   */
  public record Meta(int total, int filtered, Map<Source, Integer> bySource, int weak) {}
}
