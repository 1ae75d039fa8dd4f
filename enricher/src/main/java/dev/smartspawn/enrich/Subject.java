package dev.smartspawn.enrich;

import dev.smartspawn.enrich.benchmark.DefaultEffort;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.benchmark.Speakers;
import dev.smartspawn.enrich.catalogue.CatalogueEntry;
import dev.smartspawn.enrich.evidence.Evidence;
import dev.smartspawn.enrich.evidence.EvidenceTable;

/** A listed model, and what was found of it. */
record Subject(CatalogueEntry entry, Evidence evidence, Speakers speakers) {

  static Subject of(CatalogueEntry entry, EvidenceTable table, IndexVersion version) {
    // A router answers with another model each time: no measurement is about it.
    Evidence evidence = entry.isRouter() ? Evidence.NONE : table.about(entry);
    return new Subject(entry, evidence, Speakers.of(evidence, DefaultEffort.of(entry), version));
  }
}
