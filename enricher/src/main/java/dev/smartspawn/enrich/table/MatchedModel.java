package dev.smartspawn.enrich.table;

import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.benchmark.SelectedRecords;
import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.source.DefaultEffort;

/** A listed model with the records about it. */
record MatchedModel(ListedModel entry, ModelRecords evidence, SelectedRecords speakers) {

  static MatchedModel of(ListedModel entry, EvidenceTable table, IndexVersion version) {
    // A router forwards to changing models, so no measurement is about it.
    ModelRecords evidence = entry.isRouter() ? ModelRecords.NONE : table.about(entry);
    DefaultEffort effort = DefaultEffort.of(entry, evidence.efforts());
    return new MatchedModel(entry, evidence, SelectedRecords.of(evidence, effort, version));
  }
}
