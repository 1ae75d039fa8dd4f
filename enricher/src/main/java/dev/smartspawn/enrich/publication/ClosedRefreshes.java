package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.incumbent.Incumbents;
import dev.smartspawn.enrich.incumbent.OwnFigures;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Closes refreshes: folds the leaders, and remembers how every model was. */
final class ClosedRefreshes {

  private final CachedStore<CanonicalId, String> figures;

  /**
   * @param figures a digest of each model's own figures when a refresh was last closed
   */
  ClosedRefreshes(CachedStore<CanonicalId, String> figures) {
    this.figures = figures;
  }

  /**
   * The refresh that is closed now.
   *
   * @param last the one that was closed before; absent for the first
   * @param models the table after it
   * @param pulls by source, the pull that the table has applied
   * @param ended by source, when its last pull ended
   */
  ClosedRefresh close(
      @Nullable ClosedRefresh last,
      SortedMap<CanonicalId, EnrichedModel> models,
      Map<Source, String> pulls,
      Map<Source, Instant> ended,
      Instant at) {
    SortedMap<CanonicalId, String> now = new TreeMap<>();
    models.forEach((id, model) -> now.put(id, OwnFigures.digest(model)));
    List<Leader> leaders =
        Incumbents.after(
            last == null ? List.of() : last.leaders(),
            models.values(),
            id -> !now.getOrDefault(id, "").equals(figures.get(id)),
            at);
    remember(now);
    return new ClosedRefresh(at, pulls, ended, leaders);
  }

  private void remember(SortedMap<CanonicalId, String> now) {
    for (CanonicalId id : List.copyOf(figures.rows().keySet())) {
      if (!now.containsKey(id)) {
        figures.put(id, null);
      }
    }
    now.forEach(
        (id, digest) -> {
          if (!digest.equals(figures.get(id))) {
            figures.put(id, digest);
          }
        });
  }
}
