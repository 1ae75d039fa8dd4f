package dev.smartspawn.enrich.table;

import dev.smartspawn.enrich.benchmark.IndexBasis;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.benchmark.Measurements;
import dev.smartspawn.enrich.benchmark.ModelEvidence;
import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.catalogue.OtherNames;
import dev.smartspawn.enrich.classification.Classification;
import dev.smartspawn.enrich.evidence.ArenaBasis;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.rank.Population;
import dev.smartspawn.enrich.score.Estimates;
import dev.smartspawn.enrich.score.ScoreCard;
import dev.smartspawn.enrich.score.Scoring;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.PlausibleInput;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModelBuilder;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The table of enriched models, as a pure function of its input: the same records give the same
 * bytes, in whatever order they arrived.
 *
 * @param models every model of the catalogue that has not expired
 * @param unresolved names that mean no model, by source and key
 * @param indexBasis where the models' indices come from
 * @param arenaBasis which of LMArena's publications counts
 * @param refused source to the values of its records that cannot be true and were left out
 * @param refusals one sentence per refused field and source
 */
public record EnrichedTable(
    SortedMap<CanonicalId, EnrichedModel> models,
    SortedMap<String, UnresolvedName> unresolved,
    IndexBasis indexBasis,
    ArenaBasis arenaBasis,
    Map<Source, RefusedFields> refused,
    List<String> refusals) {

  /**
   * @param names decisions of earlier runs, which save time
   */
  public static EnrichedTable of(EnrichmentInput given, ResolutionCache names) {
    PlausibleInput plausible = PlausibleInput.of(given);
    EnrichmentInput input = plausible.input();
    ModelCatalogue catalogue = ModelCatalogue.of(input.openRouter());
    EvidenceTable evidence = EvidenceTable.gather(catalogue, input, names);
    IndexVersion version =
        IndexVersion.prevailing(input.recordsOf(SourceReadings.ARTIFICIAL_ANALYSIS));
    List<MatchedModel> subjects =
        catalogue.entries().stream()
            .filter(entry -> !entry.isGone(input.today()))
            .map(entry -> MatchedModel.of(entry, evidence, version))
            .toList();
    IndexBasis basis =
        IndexBasis.of(
            subjects.stream()
                .filter(subject -> subject.entry().isOriginal())
                .map(MatchedModel::speakers)
                .toList());
    Estimates estimates = Estimates.over(Population.of(catalogue, evidence, version));
    Enriching enriching =
        new Enriching(
            input,
            catalogue,
            basis,
            evidence.arena(),
            estimates,
            OtherNames.of(catalogue, input.aliases()));
    SortedMap<CanonicalId, EnrichedModel> models = new TreeMap<>();
    // One thread computes tables, and other cores have nothing to do then.
    subjects.parallelStream()
        .map(enriching::enrich)
        .toList()
        .forEach(model -> models.put(model.id(), model));
    return new EnrichedTable(
        models,
        evidence.unresolved(),
        basis,
        evidence.arena(),
        plausible.refused(),
        plausible.reasons());
  }

  /**
   * Decides about the names of an input that is not complete yet, so that a later table finds the
   * decisions in {@code names}.
   */
  public static void readAhead(EnrichmentInput given, ResolutionCache names) {
    EnrichmentInput input = PlausibleInput.of(given).input();
    EvidenceTable.gather(ModelCatalogue.of(input.openRouter()), input, names);
  }

  /** What all models have in common while each is enriched. Used by several threads. */
  private record Enriching(
      EnrichmentInput input,
      ModelCatalogue catalogue,
      IndexBasis basis,
      ArenaBasis arena,
      Estimates estimates,
      OtherNames otherNames) {

    EnrichedModel enrich(MatchedModel subject) {
      ListedModel entry = subject.entry();
      Measurements measured = Measurements.of(subject.speakers(), basis, arena);
      Classification classification = Classification.of(entry, measured.speed(), input.today());
      Scoring scoring =
          new Scoring(measured, entry.capabilities().reasoning(), classification.tier());
      @Nullable TopicValue<ModelOverride> held = input.overrides().get(entry.id());
      @Nullable ModelOverride override = held == null ? null : held.value();
      ScoreCard card =
          ScoreCard.of(scoring, classification.categories(), override, entry.pricing());
      long offset = catalogue.recordOf(entry).offset();
      return new EnrichedModelBuilder()
          .id(entry.id())
          .name(entry.displayName())
          .provider(entry.id().provider())
          .contextLength(entry.listing().contextLength())
          .maxOutputTokens(entry.maxOutputTokens())
          .pricing(entry.pricing())
          .priceFrom(PriceReference.ofRecord(Topics.RAW_OPENROUTER.name(), 0, offset))
          .capabilities(entry.capabilities())
          .supportedParameters(entry.supportedParameters())
          .categories(card.categories())
          .scores(card.scores())
          .costEfficiency(card.costEfficiency())
          .tier(classification.tier())
          .benchmarks(measured.hasBenchmarks() ? measured.benchmarks() : null)
          .speed(measured.speed())
          .tags(classification.tags())
          .lastUpdated(subject.evidence().newestPull(entry.pulledAt()))
          .sourcesCovered(sourcesCovered(measured, override))
          .estimates(estimates.of(entry.id(), card.categories(), override))
          .lastDay(entry.listing().expirationDate())
          .alsoKnownAs(otherNames.of(entry.id()))
          .evidence(ModelEvidence.of(entry.id(), subject.evidence(), held))
          .build();
    }

    private static List<Source> sourcesCovered(
        Measurements measured, @Nullable ModelOverride override) {
      Set<Source> sources = new TreeSet<>(List.of(Source.OPENROUTER));
      sources.addAll(measured.sources());
      if (override != null) {
        sources.add(Source.OVERRIDES);
      }
      return List.copyOf(sources);
    }
  }
}
