package dev.smartspawn.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.benchmark.IndexBasis;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.rank.Population;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over what the sources really said; skipped where no recordings lie beside the project. */
class RecordedTableTest extends TableContract {

  private static final LocalDate RECORDED = LocalDate.parse("2026-07-22");
  private static final int RUNS = 9;
  private static final String OPUS = "anthropic/claude-opus-4.6";
  private static final String OPUS_ROW = "Claude Opus 4.6 (Adaptive Reasoning, Max Effort)";

  private InputBuilder given;
  private EnrichmentInput input;
  private SortedMap<CanonicalId, EnrichedModel> table;

  /** One row's name is given, so that this does not rest on how well names are resolved. */
  @BeforeEach
  void enrich() {
    SourceRecordings recordings = SourceRecordings.assumePresent();
    given = new InputBuilder();
    recordings.catalogue().forEach(given::listing);
    recordings.artificialAnalysis().forEach(given::analysis);
    recordings.hfLeaderboard().forEach(given::hf);
    recordings.arena().forEach(given::rating);
    input = given.alias(OPUS_ROW, OPUS).on(RECORDED);
    table = EnrichedTable.of(input, new ResolutionCache()).models();
  }

  @Override
  InputBuilder given() {
    return given;
  }

  @Override
  SortedMap<CanonicalId, EnrichedModel> table() {
    return table;
  }

  /** On top of the contract's: figures of every source were recorded. */
  @Test
  void evidenceHasTheFiguresOfEverySource() {
    List<String> metrics =
        table.values().stream()
            .flatMap(model -> model.evidence().stream())
            .map(Evidence::metric)
            .toList();

    assertThat(metrics)
        .contains("openrouter/agentic_index", "artificial-analysis/scicode", "lmarena/vision");
    assertThat(table.values().stream().mapToInt(model -> benchmarks(model).size()).sum())
        .isGreaterThan(500);
  }

  @Test
  void everyListedModelIsThere() {
    assertThat(table).hasSize(342);
    assertThat(table.values().stream().filter(EnrichedModel::isRouter)).hasSize(5);
  }

  @Test
  void opusGetsItsOwnFigures() {
    EnrichedModel opus = table.get(CanonicalId.of(OPUS));

    assertThat(opus.name()).isEqualTo("Claude Opus 4.6");
    assertThat(opus.pricing()).isEqualTo(new Pricing(5.0, 25.0));
    assertThat(opus.sourcesCovered()).contains(Source.ARTIFICIAL_ANALYSIS);
    // It reasons by default, so the reasoning row speaks, not the other at 46.5 and 47.6.
    assertThat(opus.benchmarks().intelligenceIndex()).isEqualTo(52.9);
    assertThat(opus.benchmarks().codingIndex()).isEqualTo(48.1);
    assertThat(opus.scores())
        .containsEntry(Category.GENERAL, 76.45)
        .containsEntry(Category.CODING, 74.05)
        .containsEntry(Category.REASONING, 79.45);
    assertThat(opus.costEfficiency().get(Category.GENERAL)).isCloseTo(76.45 / 30, within(0.0001));
  }

  /** Today's catalogue embeds a newer version of the indices than the recorded rows are of. */
  @Test
  void embeddedIndicesAreOnAnotherScale() {
    IndexBasis basis = EnrichedTable.of(input, new ResolutionCache()).indexBasis();
    System.out.println("indices of Artificial Analysis: " + basis);

    assertThat(basis.kind()).isEqualTo(IndexBasis.Kind.OWN);
    assertThat(basis.coding().medianDifference()).isGreaterThan(5);
    assertThat(table.values())
        .filteredOn(model -> model.benchmarks() != null && model.benchmarks().codingIndex() != null)
        .allSatisfy(
            model ->
                assertThat(model.evidence())
                    .filteredOn(
                        number -> number.metric().equals("artificial-analysis/coding_index"))
                    .extracting(Evidence::value)
                    .contains(model.benchmarks().codingIndex()));
  }

  @Test
  void runOverEverythingIsMeasured() {
    ResolutionCache names = new ResolutionCache();
    System.out.printf(
        "%d models from everything recorded, warm: %.1f ms a run, %.1f ms with the names known,"
            + " %.1f ms of it for ranking; %.1f ms to write them, %,d bytes%n",
        table.size(),
        medianMillis(() -> EnrichedTable.of(input, new ResolutionCache())),
        medianMillis(() -> EnrichedTable.of(input, names)),
        medianMillis(() -> rank(names)),
        medianMillis(() -> bytes(table)),
        bytes(table));
    assertThat(EnrichedTable.of(input, names).models()).isEqualTo(table);
  }

  private void rank(ResolutionCache names) {
    ModelCatalogue catalogue = ModelCatalogue.of(input.openRouter());
    EvidenceTable evidence = EvidenceTable.gather(catalogue, input, names);
    assertThat(QualityRanking.of(Population.of(catalogue, evidence, new IndexVersion(""))))
        .isNotNull();
  }

  private static long bytes(SortedMap<CanonicalId, EnrichedModel> table) {
    return table.values().stream()
        .mapToLong(
            model -> Topics.ENRICHED_MODELS.valueSerde().serializer().serialize(null, model).length)
        .sum();
  }

  private static double medianMillis(Runnable run) {
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long begun = System.nanoTime();
      run.run();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return millis[RUNS / 2];
  }
}
