package dev.smartspawn.enrich.publication;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.source.Source;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the topics hold when the enricher starts: readers serve it. The first table after a start is
 * compared with it.
 *
 * @param rows of the enriched models
 * @param run the last one reported; absent before the first
 */
public record TableBefore(SortedMap<CanonicalId, byte[]> rows, @Nullable EnrichmentRun run) {

  /** On a cluster where nothing was published yet. */
  public static final TableBefore NONE = new TableBefore(new TreeMap<>(), null);

  /** With fewer rows, a single model is too large a part of them. */
  private static final int LEAST_ROWS = 20;

  /**
   * From the same catalogue, so many of the models come again, and no more than one more in four.
   */
  private static final double KEPT = 0.8;

  private static final double GROWTH = 1.25;

  /** A pull that loses a fifth of the catalogue is refused, so this takes more than three pulls. */
  private static final double KEPT_OF_ANOTHER_CATALOGUE = 0.5;

  /**
   * Why a first table is implausible; empty for a plausible one.
   *
   * @param applied by source, the pull that the table has applied
   * @param settled whether the table contains only whole pulls
   */
  public Optional<String> objection(
      Set<CanonicalId> models, Map<Source, String> applied, boolean settled) {
    if (rows.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    boolean sameCatalogue =
        settled
            && run != null
            && Objects.equals(run.applied().get(Source.OPENROUTER), applied.get(Source.OPENROUTER));
    long kept = rows.keySet().stream().filter(models::contains).count();
    boolean plausible =
        sameCatalogue
            ? kept >= KEPT * rows.size() && models.size() <= GROWTH * rows.size()
            : models.size() >= KEPT_OF_ANOTHER_CATALOGUE * rows.size();
    return plausible
        ? Optional.empty()
        : Optional.of(
            "the first table after a start has %d models, and %d of the %d published ones"
                .formatted(models.size(), kept, rows.size()));
  }

  /** Another release may have other rules. */
  public boolean isOfAnotherRelease() {
    return run == null || !ProductVersion.CURRENT.equals(run.release());
  }
}
