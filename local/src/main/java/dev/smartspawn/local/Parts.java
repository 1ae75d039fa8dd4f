package dev.smartspawn.local;

import dev.smartspawn.enrich.Enricher;
import dev.smartspawn.enrich.EnricherConfig;
import dev.smartspawn.ingest.Ingestors;
import dev.smartspawn.ingest.IngestorsConfig;
import dev.smartspawn.query.QueryApi;
import dev.smartspawn.query.QueryApiConfig;
import dev.smartspawn.schema.service.Settings;
import java.util.List;

/** The services the system consists of. */
final class Parts {

  /** What serves comes first: it can answer from its topics while the others still start. */
  static final List<Part<?>> ALL =
      List.of(
          new Part<>("query-api", QueryApiConfig::from, QueryApi::start),
          new Part<>("enricher", EnricherConfig::from, Enricher::start),
          new Part<>("ingestors", IngestorsConfig::from, Ingestors::start));

  private Parts() {}

  /**
   * Reads every service's settings, so that all mistakes show at once and before anything starts.
   */
  static void rejectMistakes(Settings settings) {
    for (Part<?> part : ALL) {
      Object unused = part.configure().apply(settings);
    }
    settings.rejectMistakes();
  }
}
