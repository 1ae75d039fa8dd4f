package dev.smartspawn.enrich;

import dev.smartspawn.enrich.benchmark.DefaultEffort;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.benchmark.Measurements;
import dev.smartspawn.enrich.catalogue.Catalogue;
import dev.smartspawn.enrich.catalogue.CatalogueEntry;
import dev.smartspawn.enrich.classification.Classification;
import dev.smartspawn.enrich.evidence.Evidence;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.NameMemory;
import dev.smartspawn.enrich.intake.EnrichmentInput;
import dev.smartspawn.enrich.intake.Held;
import dev.smartspawn.enrich.score.ScoreCard;
import dev.smartspawn.enrich.score.Scoring;
import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.reference.ModelOverride;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of enriched models as a pure function of everything that was said: the same input gives
 * the same bytes, whatever order it came in.
 */
public final class Enrichment {

  private final EnrichmentInput input;
  private final Catalogue catalogue;
  private final EvidenceTable evidence;
  private final IndexVersion indexVersion;

  private Enrichment(EnrichmentInput input, NameMemory names) {
    this.input = input;
    this.catalogue = Catalogue.of(input.openRouter());
    this.evidence = EvidenceTable.gather(catalogue, input, names);
    this.indexVersion =
        IndexVersion.prevailing(
            input.artificialAnalysis().stream().map(held -> held.value().record()).toList());
  }

  /**
   * Every model of the catalogue that has not passed its last day.
   *
   * @param names may know some names already
   */
  public static SortedMap<CanonicalId, EnrichedModel> of(EnrichmentInput input, NameMemory names) {
    Enrichment enrichment = new Enrichment(input, names);
    SortedMap<CanonicalId, EnrichedModel> table = new TreeMap<>();
    for (CatalogueEntry entry : enrichment.catalogue.entries()) {
      if (!entry.isGone(input.today())) {
        table.put(entry.id(), enrichment.enrich(entry));
      }
    }
    return table;
  }

  private EnrichedModel enrich(CatalogueEntry entry) {
    // A router answers with another model each time: no measurement is about it.
    Evidence found = entry.isRouter() ? Evidence.NONE : evidence.about(entry);
    Measurements measured =
        Measurements.of(found, DefaultEffort.of(entry), indexVersion, embeddedIndices(entry));
    Classification classification = Classification.of(entry, measured.speed(), input.today());
    Scoring scoring =
        new Scoring(measured, entry.capabilities().reasoning(), classification.tier());
    @Nullable ModelOverride override = overrideOf(entry.id());
    ScoreCard card = ScoreCard.of(scoring, classification.categories(), override, entry.pricing());
    return new EnrichedModel(
        entry.id(),
        entry.displayName(),
        entry.id().provider(),
        entry.listing().contextLength(),
        entry.pricing(),
        entry.capabilities(),
        card.categories(),
        card.scores(),
        card.costEfficiency(),
        classification.tier(),
        measured.hasBenchmarks() ? measured.benchmarks() : null,
        measured.speed(),
        classification.tags(),
        found.newestPull(entry.pulledAt()),
        sourcesCovered(measured, override),
        Map.of(),
        List.of());
  }

  /** The listing's own, or those of the model it is another name of. */
  private @Nullable EmbeddedIndices embeddedIndices(CatalogueEntry entry) {
    return Stream.concat(Stream.of(entry), catalogue.originsOf(entry).stream())
        .map(listed -> listed.listing().artificialAnalysis())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable ModelOverride overrideOf(CanonicalId id) {
    @Nullable Held<ModelOverride> held = input.overrides().get(id);
    return held == null ? null : held.value();
  }

  private static List<Source> sourcesCovered(
      Measurements measured, @Nullable ModelOverride override) {
    Set<Source> sources = EnumSet.of(Source.OPENROUTER);
    sources.addAll(measured.sources());
    if (override != null) {
      sources.add(Source.OVERRIDES);
    }
    return List.copyOf(sources);
  }
}
