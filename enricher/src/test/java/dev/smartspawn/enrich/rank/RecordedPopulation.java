package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.Recordings;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.Catalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.NameMemory;
import dev.smartspawn.enrich.intake.EnrichmentInput;
import dev.smartspawn.enrich.intake.Held;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The recordings as a population, matched without a single alias. */
final class RecordedPopulation {

  private static final Instant PULLED = Instant.parse("2026-07-22T00:00:00Z");

  private RecordedPopulation() {}

  static List<Measured> of(Recordings recordings) {
    EnrichmentInput input =
        new EnrichmentInput(
            held(recordings.catalogue()),
            held(recordings.artificialAnalysis()),
            held(recordings.hfLeaderboard()),
            held(recordings.arena()),
            held(recordings.liveBench()),
            List.of(),
            Map.of(),
            LocalDate.parse("2026-07-22"));
    Catalogue catalogue = Catalogue.of(input.openRouter());
    return Population.of(
        catalogue,
        EvidenceTable.gather(catalogue, input, new NameMemory()),
        IndexVersion.prevailing(recordings.artificialAnalysis()));
  }

  private static <T extends RawRecord> List<Held<Raw<T>>> held(List<T> records) {
    return records.stream()
        .map(record -> new Held<>(new Raw<>("recorded", PULLED, record), 0))
        .toList();
  }
}
