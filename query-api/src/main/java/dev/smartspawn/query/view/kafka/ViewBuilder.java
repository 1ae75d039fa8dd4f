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
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes views out of the tables, one after the other, doing again only what changed. A pull counts
 * as applied when the models' fingerprint equals the newest run's; then models.json is written,
 * once the first table is whole. Used by one thread.
 */
final class ViewBuilder {

  private static final Logger log = LoggerFactory.getLogger(ViewBuilder.class);

  /** How long the first table waits for slow sources once the catalogue is there. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  private final Tables tables;
  private final RankingSetting ranking;
  private final ModelsFile modelsFile;
  private final NewestView view;
  private final TableRows<EnrichedModel, RenderedModel> rows =
      new TableRows<>(Topics.ENRICHED_MODELS, RenderedModel::of);
  private final Clock clock;
  private final Runnable recheck;
  private @Nullable Map<Source, String> written;
  private @Nullable String served;
  private @Nullable Instant catalogueSeen;
  private boolean wholeBefore;

  /**
   * @param view where views are published; others may put other names into it meanwhile
   * @param recheck asks for another build a little later, because time alone completes a table
   */
  ViewBuilder(
      Tables tables,
      RankingSetting ranking,
      ModelsFile modelsFile,
      NewestView view,
      Clock clock,
      Runnable recheck) {
    this.clock = clock;
    this.recheck = recheck;
    this.tables = tables;
    this.ranking = ranking;
    this.modelsFile = modelsFile;
    this.view = view;
  }

  /**
   * Publishes a view of the tables as they are now. The models change only from one complete table
   * to the next.
   */
  void build() {
    rows.update(tables);
    EnrichmentRun run = newestRun();
    boolean complete = run != null && run.fingerprint().equals(rows.fingerprint());
    Freshness freshness = freshness(complete ? run : null, view.get().freshness());
    List<Source> awaiting = awaiting(freshness);
    ModelView built =
        view.publish(
            catalogue(complete ? run : null, awaiting), freshness, wholeFrom(freshness, awaiting));
    if (!built.isWhole(clock.instant())) {
      recheck.run();
    } else if (complete) {
      writeModelsFile(built);
    }
  }

  /**
   * @param run whose table the rows are; null while they are not complete
   */
  private ServedCatalogue catalogue(@Nullable EnrichmentRun run, List<Source> awaiting) {
    ServedCatalogue before = view.get().catalogue();
    if (run == null) {
      return before;
    }
    List<Leader> leaders = run.closed() == null ? List.of() : run.closed().leaders();
    if (rows.fingerprint().equals(served)
        && before.awaiting().equals(awaiting)
        && before.leaders().equals(leaders)) {
      return before;
    }
    served = rows.fingerprint();
    return new ServedCatalogue(rows.prepared(), served, ranking, awaiting, leaders);
  }

  /** The sources whose first pull has not ended, or is not in the table. */
  private static List<Source> awaiting(Freshness freshness) {
    return Source.ALL.stream().filter(source -> !isTried(freshness, source)).toList();
  }

  private static boolean isTried(Freshness freshness, Source source) {
    SourceStatus status = freshness.status(source);
    boolean ended = status.outcome() != Outcome.PENDING || freshness.applied().containsKey(source);
    return ended && (status.pullId() == null || freshness.applied().containsKey(source));
  }

  /** At the latest some time after the catalogue, what is there counts as the whole table. */
  private Instant wholeFrom(Freshness freshness, List<Source> awaiting) {
    if (!freshness.applied().containsKey(Source.OPENROUTER)) {
      // Without a catalogue, and when no source has more to bring, "no model" is the whole truth.
      return awaiting.isEmpty() && rows.prepared().isEmpty() ? Instant.MIN : Instant.MAX;
    }
    if (catalogueSeen == null) {
      catalogueSeen = clock.instant();
    }
    if (awaiting.isEmpty()) {
      wholeBefore = true;
    }
    return wholeBefore ? Instant.MIN : catalogueSeen.plus(LONGEST_WAIT);
  }

  /** Until all models of a run are there, the last refresh is that of the run before. */
  private Freshness freshness(@Nullable EnrichmentRun applied, Freshness before) {
    Map<Source, SourceStatus> statuses = statuses();
    return applied == null
        ? new Freshness(
            statuses,
            before.applied(),
            before.lastRefresh(),
            before.refused(),
            before.uses(),
            before.lastClosed())
        : new Freshness(
            statuses,
            applied.applied(),
            applied.refreshedAt(),
            applied.refused(),
            applied.uses(),
            applied.closed() == null ? null : applied.closed().at());
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
