package dev.smartspawn.query.view.kafka;

import dev.smartspawn.query.catalogue.ModelsBody;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes views out of the tables, one after the other, doing again only what changed. A pull counts
 * as applied when the models' fingerprint equals the newest run's; then models.json is written.
 * Used by one thread.
 */
final class ViewBuilder {

  private static final Logger log = LoggerFactory.getLogger(ViewBuilder.class);

  private final Tables tables;
  private final RankingSetting ranking;
  private final ModelsFile modelsFile;
  private final NewestView view;
  private final TableRows<EnrichedModel, RenderedModel> rows =
      new TableRows<>(Topics.ENRICHED_MODELS, RenderedModel::of);
  private @Nullable Map<Source, String> written;

  /**
   * @param view where views are published; others may put other names into it meanwhile
   */
  ViewBuilder(Tables tables, RankingSetting ranking, ModelsFile modelsFile, NewestView view) {
    this.tables = tables;
    this.ranking = ranking;
    this.modelsFile = modelsFile;
    this.view = view;
  }

  /** Publishes a view of the tables as they are now. */
  void build() {
    ServedCatalogue before = view.get().catalogue();
    ServedCatalogue catalogue =
        rows.update(tables.read(Topics.ENRICHED_MODELS))
            ? new ServedCatalogue(rows.prepared(), rows.fingerprint(), ranking)
            : before;
    EnrichmentRun run = newestRun();
    boolean applied = run != null && run.fingerprint().equals(rows.fingerprint());
    Freshness freshness = freshness(applied ? run : null, view.get().freshness());
    ModelView built = view.publish(catalogue, freshness);
    if (applied) {
      writeModelsFile(built);
    }
  }

  /** Until all models of a run are there, the last refresh is that of the run before. */
  private Freshness freshness(@Nullable EnrichmentRun applied, Freshness before) {
    Map<Source, SourceStatus> statuses = statuses();
    return applied == null
        ? new Freshness(statuses, before.applied(), before.lastRefresh(), before.refused())
        : new Freshness(statuses, applied.applied(), applied.refreshedAt(), applied.refused());
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
      if (modelsFile.write(Response.bytes(ModelsBody.of(view, everything, everything.size())))) {
        log.info("{} models written to {}", everything.size(), modelsFile);
      }
      written = pulls;
    } catch (IOException e) {
      log.warn("{} could not be written, the API serves on: {}", modelsFile, e.toString());
    }
  }
}
