package dev.smartspawn.query.view;

import dev.smartspawn.query.body.Body;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.recommend.RankingMethod;
import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.Topics;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.SourceStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes views out of the tables, one after the other, doing again only what changed. A pull counts
 * as applied when the models' fingerprint equals the newest run's; then models.json is written.
 * Used by one thread; whoever asks for {@link #view} may be another.
 */
final class ViewBuilder {

  private static final Logger log = LoggerFactory.getLogger(ViewBuilder.class);

  private final Tables tables;
  private final RankingMethod ranking;
  private final ModelsFile modelsFile;
  private final TableRows<EnrichedModel, RenderedModel> rows =
      new TableRows<>(Topics.ENRICHED_MODELS, RenderedModel::of);
  private final TableRows<UnresolvedName, UnresolvedName> nameRows =
      new TableRows<>(Topics.UNRESOLVED_NAMES, Function.identity());

  /** Counts changes of the names' table; as many of them as {@code namesSeen} are in the view. */
  private final AtomicLong namesChanges = new AtomicLong(1);

  private long namesSeen;
  private @Nullable Map<Source, String> written;
  private volatile ModelView view = ModelView.EMPTY;
  private volatile boolean applied;

  ViewBuilder(Tables tables, RankingMethod ranking, ModelsFile modelsFile) {
    this.tables = tables;
    this.ranking = ranking;
    this.modelsFile = modelsFile;
  }

  /** The newest. */
  ModelView view() {
    return view;
  }

  /** Whether the newest view is exactly what the enricher's newest run made. */
  boolean isApplied() {
    return applied;
  }

  /** The names' table is another one now. Any thread may say so. */
  void namesChanged() {
    namesChanges.incrementAndGet();
  }

  /**
   * Publishes a view of the tables as they are now: first the models, which somebody may be waiting
   * for, then the names, if they are others than before.
   */
  void build() {
    buildModels();
    buildNames();
  }

  private void buildModels() {
    Catalogue catalogue =
        rows.update(tables.read(Topics.ENRICHED_MODELS))
            ? new Catalogue(rows.prepared(), rows.fingerprint(), ranking)
            : view.catalogue();
    EnrichmentRun run = newestRun();
    applied = run != null && run.fingerprint().equals(rows.fingerprint());
    view = new ModelView(catalogue, freshness(run, view.freshness()), view.names());
    if (applied) {
      writeModelsFile(view);
    }
  }

  private void buildNames() {
    long changes = namesChanges.get();
    if (changes == namesSeen) {
      return;
    }
    if (nameRows.update(tables.read(Topics.UNRESOLVED_NAMES))) {
      UnresolvedNames names = new UnresolvedNames(nameRows.prepared(), nameRows.fingerprint());
      view = new ModelView(view.catalogue(), view.freshness(), names);
    }
    namesSeen = changes;
  }

  /** Until the models of a run are all there, the ones before are what was last refreshed. */
  private Freshness freshness(@Nullable EnrichmentRun run, Freshness before) {
    Map<Source, SourceStatus> statuses = statuses();
    return run != null && applied
        ? new Freshness(statuses, run.applied(), run.refreshedAt(), true)
        : new Freshness(statuses, before.applied(), before.lastRefresh(), run != null);
  }

  private Map<Source, SourceStatus> statuses() {
    Map<Source, SourceStatus> statuses = new HashMap<>();
    for (byte[] bytes : tables.read(Topics.SOURCE_STATUS).values()) {
      SourceStatus status =
          Topics.SOURCE_STATUS
              .valueSerde()
              .deserializer()
              .deserialize(Topics.SOURCE_STATUS.name(), bytes);
      statuses.put(status.source(), status);
    }
    return statuses;
  }

  private @Nullable EnrichmentRun newestRun() {
    byte[] bytes = tables.read(Topics.ENRICHMENT_RUNS).get(EnrichmentRun.KEY);
    return bytes == null
        ? null
        : Topics.ENRICHMENT_RUNS
            .valueSerde()
            .deserializer()
            .deserialize(Topics.ENRICHMENT_RUNS.name(), bytes);
  }

  private void writeModelsFile(ModelView view) {
    Map<Source, String> pulls = view.freshness().applied();
    if (pulls.equals(written)) {
      return;
    }
    var everything = List.copyOf(rows.prepared());
    try {
      if (modelsFile.write(Body.bytes(view.list(everything, everything.size())))) {
        log.info("{} models written to {}", everything.size(), modelsFile);
      }
      written = pulls;
    } catch (IOException e) {
      log.warn("{} could not be written, the API serves on: {}", modelsFile, e.toString());
    }
  }
}
