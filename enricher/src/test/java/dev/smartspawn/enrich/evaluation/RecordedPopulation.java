package dev.smartspawn.enrich.evaluation;

import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.Population;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The recordings as a population, matched without a single alias. */
public final class RecordedPopulation {

  private static final Instant PULLED = Instant.parse("2026-07-22T00:00:00Z");

  private RecordedPopulation() {}

  public static List<MeasuredModel> of(SourceRecordings recordings) {
    return of(recordings, recordings.arenaDataset());
  }

  /** As if LMArena had not published its own data set. */
  public static List<MeasuredModel> withoutArenaDataset(SourceRecordings recordings) {
    return of(recordings, List.of());
  }

  /** The records themselves. */
  public static EnrichmentInput input(SourceRecordings recordings) {
    return input(recordings, recordings.arenaDataset());
  }

  private static EnrichmentInput input(
      SourceRecordings recordings, List<ArenaStanding> arenaDataset) {
    return new EnrichmentInput(
        stored(recordings.catalogue()),
        List.of(
            new SourceRecords<>(
                SourceReadings.ARTIFICIAL_ANALYSIS, stored(recordings.artificialAnalysis())),
            new SourceRecords<>(SourceReadings.HF_LEADERBOARD, stored(recordings.hfLeaderboard())),
            new SourceRecords<>(SourceReadings.LMARENA, stored(recordings.arena())),
            new SourceRecords<>(SourceReadings.LMARENA_DATASET, stored(arenaDataset)),
            new SourceRecords<>(SourceReadings.LIVEBENCH, stored(recordings.liveBench()))),
        List.of(),
        Map.of(),
        LocalDate.parse("2026-07-22"));
  }

  private static List<MeasuredModel> of(
      SourceRecordings recordings, List<ArenaStanding> arenaDataset) {
    return of(input(recordings, arenaDataset), recordings);
  }

  /** As if the catalogue were an older one, which does not say how a model reasons by default. */
  public static List<MeasuredModel> withoutStatedReasoning(SourceRecordings recordings) {
    EnrichmentInput input = input(recordings);
    List<OpenRouterModel> unstated =
        recordings.catalogue().stream().map(RecordedPopulation::withoutReasoning).toList();
    return of(
        new EnrichmentInput(
            stored(unstated), input.sources(), input.aliases(), Map.of(), input.today()),
        recordings);
  }

  private static OpenRouterModel withoutReasoning(OpenRouterModel model) {
    return new OpenRouterModelBuilder(model).reasoning(null).build();
  }

  private static List<MeasuredModel> of(EnrichmentInput input, SourceRecordings recordings) {
    ModelCatalogue catalogue = ModelCatalogue.of(input.openRouter());
    return Population.of(
        catalogue,
        EvidenceTable.gather(catalogue, input, new ResolutionCache()),
        IndexVersion.prevailing(recordings.artificialAnalysis()));
  }

  private static <T extends RawRecord> List<TopicValue<Raw<T>>> stored(List<T> records) {
    return records.stream()
        .map(record -> new TopicValue<>(new Raw<>("recorded", PULLED, record), 0))
        .toList();
  }
}
