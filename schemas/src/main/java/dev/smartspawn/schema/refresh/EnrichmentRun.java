package dev.smartspawn.schema.refresh;

import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table of enriched models after a run of the enricher. A pull is applied once {@code applied}
 * lists it and the reader's own {@link dev.smartspawn.schema.enriched.TableFingerprint} equals
 * {@code fingerprint}.
 *
 * @param at when the run ended
 * @param models rows of the table
 * @param fingerprint of the table's keys and values
 * @param applied source to the id of its newest pull in the table
 * @param refreshedAt when a pull was last applied; absent before the first one
 * @param refused source to the values of its records that the table leaves out
 * @param release of the enricher; absent in records from before it was recorded
 * @param uses source to what is used of it and why, for sources that publish the same figures
 * @param closed the newest refresh that is closed; absent before the first one
 */
public record EnrichmentRun(
    Instant at,
    int models,
    String fingerprint,
    Map<Source, String> applied,
    @Nullable Instant refreshedAt,
    Map<Source, RefusedFields> refused,
    @Nullable String release,
    Map<Source, FigureUse> uses,
    @Nullable ClosedRefresh closed) {

  /** The one key of its topic. */
  public static final String KEY = "enriched-models";

  public EnrichmentRun {
    applied = applied == null ? Map.of() : Map.copyOf(applied);
    refused = refused == null ? Map.of() : Map.copyOf(refused);
    uses = uses == null ? Map.of() : Map.copyOf(uses);
  }
}
