package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last run that was reported, and the last run whose changes were sent. */
public final class RunLedger {

  private static final String REPORTED = "reported";
  private static final String TOLD = "told";

  private final CachedStore<String, EnrichmentRun> runs;

  public RunLedger(CachedStore<String, EnrichmentRun> runs) {
    this.runs = runs;
  }

  /**
   * Takes {@code run} for the last one that was reported, whatever was stored.
   *
   * @return whether another one was stored
   */
  boolean adopt(@Nullable EnrichmentRun run) {
    boolean other = !Objects.equals(run, runs.get(REPORTED));
    if (other) {
      runs.put(REPORTED, run);
    }
    return other;
  }

  /** The newest closed refresh of the last reported run; absent before the first. */
  public @Nullable ClosedRefresh closed() {
    @Nullable EnrichmentRun run = runs.get(REPORTED);
    return run == null ? null : run.closed();
  }

  /** By source, the pull that the last reported run had applied. */
  public Map<Source, String> applied() {
    return applied(REPORTED);
  }

  /**
   * @param closed the newest closed refresh
   * @return the run to report; empty if it equals the last one
   */
  public Optional<EnrichmentRun> report(
      PublishedTable table,
      Map<Source, String> applied,
      Map<Source, RefusedFields> refused,
      Map<Source, FigureUse> uses,
      @Nullable ClosedRefresh closed,
      Instant at) {
    @Nullable EnrichmentRun last = runs.get(REPORTED);
    boolean pullsApplied = !applied.equals(applied());
    if (last != null
        && !pullsApplied
        && last.fingerprint().equals(table.fingerprint())
        && last.refused().equals(refused)
        && ProductVersion.CURRENT.equals(last.release())
        && last.uses().equals(uses)
        && Objects.equals(last.closed(), closed)) {
      return Optional.empty();
    }
    @Nullable Instant refreshedAt = last == null ? null : last.refreshedAt();
    EnrichmentRun run =
        new EnrichmentRun(
            at,
            table.size(),
            table.fingerprint(),
            applied,
            pullsApplied ? at : refreshedAt,
            refused,
            ProductVersion.CURRENT,
            uses,
            closed);
    runs.put(REPORTED, run);
    return Optional.of(run);
  }

  /** The pulls that were applied since changes were last sent. */
  public Map<Source, String> newlyApplied() {
    Map<Source, String> since = new TreeMap<>();
    Map<Source, String> told = applied(TOLD);
    applied()
        .forEach(
            (source, pull) -> {
              if (!pull.equals(told.get(source))) {
                since.put(source, pull);
              }
            });
    return since;
  }

  /** Records that the changes up to the last reported run were sent. */
  public void told() {
    runs.put(TOLD, runs.get(REPORTED));
  }

  private Map<Source, String> applied(String which) {
    @Nullable EnrichmentRun run = runs.get(which);
    return run == null ? Map.of() : run.applied();
  }
}
