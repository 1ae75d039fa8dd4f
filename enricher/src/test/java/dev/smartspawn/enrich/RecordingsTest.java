package dev.smartspawn.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.enrich.evidence.NameMemory;
import dev.smartspawn.enrich.intake.EnrichmentInput;
import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over what the sources really said; skipped where no recordings lie beside the project. */
class RecordingsTest {

  private static final LocalDate RECORDED = LocalDate.parse("2026-07-22");
  private static final int RUNS = 30;
  private static final String OPUS = "anthropic/claude-opus-4.6";
  private static final String OPUS_ROW = "Claude Opus 4.6 (Adaptive Reasoning, Max Effort)";

  private EnrichmentInput input;
  private SortedMap<CanonicalId, EnrichedModel> table;

  /** One row's name is given, so that this does not rest on how well names are resolved. */
  @BeforeEach
  void enrich() {
    Optional<Recordings> recordings = Recordings.find();
    Assumptions.assumeTrue(recordings.isPresent(), "no ../shared/recordings beside the project");
    Given given = recordings.orElseThrow().all();
    input = given.alias(OPUS_ROW, OPUS).on(RECORDED);
    table = Enrichment.of(input, new NameMemory());
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

  @Test
  void everyModelHasAScoreForEachOfItsCategories() {
    assertThat(table.values())
        .allSatisfy(
            model -> {
              assertThat(model.scores().keySet())
                  .containsExactlyInAnyOrderElementsOf(model.categories());
              assertThat(model.scores().values()).allMatch(score -> score >= 0 && score <= 100);
            });
  }

  @Test
  void runOverEverythingIsMeasured() {
    NameMemory names = new NameMemory();
    System.out.printf(
        "%d models from everything recorded, warm: %.1f ms a run, %.1f ms with the names known%n",
        table.size(),
        medianMillis(() -> Enrichment.of(input, new NameMemory())),
        medianMillis(() -> Enrichment.of(input, names)));
    assertThat(Enrichment.of(input, names)).isEqualTo(table);
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
