package dev.smartspawn.local;

import dev.smartspawn.enrich.Enricher;
import dev.smartspawn.enrich.EnricherConfig;
import dev.smartspawn.ingest.Ingestors;
import dev.smartspawn.ingest.IngestorsConfig;
import dev.smartspawn.query.QueryApi;
import dev.smartspawn.query.QueryApiConfig;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.worker.SpawnWorker;
import dev.smartspawn.worker.SpawnWorkerConfig;
import java.util.List;

/** The services of the system, by their place in the start. */
final class Parts {

  /** Starts first: it answers questions from its topics without the other services. */
  static final Part<?> SERVING = new Part<>("query-api", QueryApiConfig::from, QueryApi::start);

  /** Start in parallel: they keep the topics up to date. */
  static final List<Part<?>> BEHIND =
      List.of(
          new Part<>("enricher", EnricherConfig::from, Enricher::start),
          new Part<>("ingestors", IngestorsConfig::from, Ingestors::start));

  /** Starts last: it asks the query-api for models, and no other service needs it. */
  static final Part<?> WORKING =
      new Part<>("spawn-worker", SpawnWorkerConfig::from, SpawnWorker::start);

  private Parts() {}

  /**
   * Reads every service's settings, so that all mistakes are reported at once and before anything
   * starts.
   */
  static void rejectMistakes(Settings settings) {
    Object unused = SERVING.configure().apply(settings);
    for (Part<?> part : BEHIND) {
      unused = part.configure().apply(settings);
    }
    unused = WORKING.configure().apply(settings);
    settings.rejectMistakes();
  }
}
