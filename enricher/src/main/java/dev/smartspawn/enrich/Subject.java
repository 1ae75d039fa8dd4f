package dev.smartspawn.enrich;

import dev.smartspawn.enrich.benchmark.DefaultEffort;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.benchmark.Speakers;
import dev.smartspawn.enrich.catalogue.CatalogueEntry;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ModelRecords;

/** A listed model, and what was found of it. */
record Subject(CatalogueEntry entry, ModelRecords evidence, Speakers speakers) {

  static Subject of(CatalogueEntry entry, EvidenceTable table, IndexVersion version) {
    // A router answers with another model each time: no measurement is about it.
    ModelRecords evidence = entry.isRouter() ? ModelRecords.NONE : table.about(entry);
    return new Subject(entry, evidence, Speakers.of(evidence, DefaultEffort.of(entry), version));
  }
}
