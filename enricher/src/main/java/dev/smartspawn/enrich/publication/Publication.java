package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.incumbent.ClosedModel;
import dev.smartspawn.enrich.intake.PullProgress;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.kafka.JsonSerde;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.stage.StageStore;
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the results of a run, except what was already sent. */
public final class Publication {

  private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

  /** Takes canonical id and serialized model. */
  public static final String MODELS_SINK = "publish-enriched-models";

  /** Takes source and key, and the name. */
  public static final String UNRESOLVED_SINK = "publish-unresolved-names";

  /** Takes {@link EnrichmentRun#KEY} and the run. */
  public static final String RUNS_SINK = "publish-enrichment-runs";

  /** Takes the time it was closed, and the refresh. */
  public static final String CLOSED_SINK = "publish-closed-refreshes";

  /** Takes canonical id and change. */
  public static final String CHANGES_SINK = "publish-model-changes";

  private static final StageStore<CanonicalId, byte[]> PUBLISHED =
      new StageStore<>("published-models", CanonicalId.serde(), Serdes.ByteArray());
  private static final StageStore<String, UnresolvedName> UNRESOLVED =
      new StageStore<>(
          "published-unresolved-names", Serdes.String(), Topics.UNRESOLVED_NAMES.valueSerde());
  private static final StageStore<CanonicalId, ReportedValues> TOLD =
      new StageStore<>(
          "told-standings", CanonicalId.serde(), JsonSerde.tolerant(ReportedValues.class));
  private static final StageStore<CanonicalId, ClosedModel> CLOSED =
      new StageStore<>(
          "models-at-last-closing", CanonicalId.serde(), JsonSerde.tolerant(ClosedModel.class));
  private static final StageStore<String, EnrichmentRun> RUNS =
      new StageStore<>("runs", Serdes.String(), Topics.ENRICHMENT_RUNS.valueSerde());

  private final ProcessorContext<Object, Object> context;
  private final PublishedTable table;
  private final UnresolvedTable unresolved;
  private final ChangeDetector changeLog;
  private final RunLedger runs;
  private final ClosedRefreshes closings;

  private Publication(ProcessorContext<Object, Object> context) {
    this.context = context;
    table = new PublishedTable(CachedStore.over(PUBLISHED.open(context)));
    unresolved = new UnresolvedTable(CachedStore.over(UNRESOLVED.open(context)));
    changeLog = new ChangeDetector(CachedStore.over(TOLD.open(context)));
    runs = new RunLedger(CachedStore.over(RUNS.open(context)));
    closings = new ClosedRefreshes(CachedStore.over(CLOSED.open(context)));
  }

  /**
   * Starts with what its stores hold, corrected by what the topics hold: readers have the topics'
   * rows, so the next run must replace those.
   */
  public static Publication open(ProcessorContext<Object, Object> context, TableBefore before) {
    Publication publication = new Publication(context);
    int corrected = publication.table.adopt(before.rows());
    boolean otherRun = publication.runs.adopt(before.run());
    if (corrected > 0 || otherRun) {
      LOG.warn(
          "{} rows of {} differ from the stored state; the next run replaces what is stale",
          corrected,
          Topics.ENRICHED_MODELS.name());
    }
    return publication;
  }

  /**
   * One store each for what was sent, what was reported and the runs.
   *
   * @param storage where the store of that name keeps its bytes
   */
  public static List<StoreBuilder<?>> stores(Function<String, KeyValueBytesStoreSupplier> storage) {
    return List.of(
        PUBLISHED.builder(storage),
        UNRESOLVED.builder(storage),
        TOLD.builder(storage),
        CLOSED.builder(storage),
        RUNS.builder(storage));
  }

  /**
   * Publishes {@code models} in place of the last table, and reports the run if something changed.
   *
   * @param refused source to the values of its records that the table leaves out
   * @param uses source to what is used of it and why
   * @param closes whether this table closes the refresh
   */
  public void publish(
      SortedMap<CanonicalId, EnrichedModel> models,
      PullProgress progress,
      Map<Source, RefusedFields> refused,
      Map<Source, FigureUse> uses,
      boolean closes,
      Instant at) {
    table.replaceWith(models).forEach((id, bytes) -> send(id, bytes, at, MODELS_SINK));
    Map<Source, String> applied = applied(progress);
    @Nullable ClosedRefresh closed = runs.closed();
    if (closes) {
      ClosedRefreshes.Closing closing =
          closings.close(closed, models, applied, progress.ended(), at);
      closed = closing.refresh();
      send(at.toString(), closed, at, CLOSED_SINK);
      closing.picks().forEach(pick -> send(pick.modelId(), pick, at, CHANGES_SINK));
      ChangeReport.logPicks(closing.picks());
    }
    runs.report(table, applied, refused, uses, closed, at)
        .ifPresent(run -> send(EnrichmentRun.KEY, run, at, RUNS_SINK));
  }

  /** By source, the end of the pulls that the newest closed refresh has. */
  public Map<Source, Instant> lastClosed() {
    @Nullable ClosedRefresh closed = runs.closed();
    return closed == null ? Map.of() : closed.ended();
  }

  /** By source, the pull that a table with this progress has applied. */
  public Map<Source, String> applied(PullProgress progress) {
    return progress.applied(runs.applied());
  }

  /** Publishes {@code names} in place of the last unresolved names. */
  public void publishUnresolved(SortedMap<String, UnresolvedName> names, Instant at) {
    SortedMap<String, @Nullable UnresolvedName> rows = unresolved.replaceWith(names);
    rows.forEach((key, name) -> send(key, name, at, UNRESOLVED_SINK));
    if (!rows.isEmpty()) {
      long gone = rows.values().stream().filter(Objects::isNull).count();
      LOG.info(
          "{} unresolved names: {} new or changed, {} resolved or gone",
          unresolved.size(),
          rows.size() - gone,
          gone);
    }
  }

  /**
   * Sends the changes since the last call, with the pulls that caused them.
   *
   * @param models as last published
   */
  public void tellChanges(SortedMap<CanonicalId, EnrichedModel> models, Instant at) {
    Map<Source, String> because = runs.newlyApplied();
    List<ModelChange> changes = changeLog.advanceTo(models, because, at);
    changes.forEach(change -> send(change.modelId(), change, at, CHANGES_SINK));
    ChangeReport.log(because, changes);
    runs.told();
  }

  private void send(@Nullable Object key, @Nullable Object value, Instant at, String sink) {
    context.forward(new Record<>(key, value, at.toEpochMilli()), sink);
  }
}
