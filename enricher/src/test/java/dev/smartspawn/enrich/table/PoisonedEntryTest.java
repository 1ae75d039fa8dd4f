package dev.smartspawn.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.evaluation.RecordedPopulation;
import dev.smartspawn.enrich.source.EnrichmentInput;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One entry of one source with a value that cannot be true moves no other model by more than the
 * loss of the entry would, and changes no pick but one that is the entry's own model.
 */
class PoisonedEntryTest {

  /** {@code .ci/long} asks for more. */
  private static final int MUTATIONS = Integer.getInteger("poisoned.entries", 120);

  /** Real catalogues are ten times as large. */
  private static final int RECORDED_MUTATIONS = Math.max(20, MUTATIONS / 10);

  /**
   * Points by which another model may move beyond what the loss of the entry moves it: a wrong
   * value within its scale cannot be told from a true one.
   */
  private static final double SMALL = 1.0;

  @Test
  void poisonedEntryMovesNoOtherModel() {
    assertHolds(AuthoredTableTest.authored().on(InputBuilder.TODAY), MUTATIONS);
  }

  @Test
  void poisonedRecordingMovesNoOtherModel() {
    SourceRecordings recordings = SourceRecordings.assumePresent();
    assertHolds(RecordedPopulation.input(recordings), RECORDED_MUTATIONS);
  }

  private static void assertHolds(EnrichmentInput input, int mutations) {
    PoisonTrial trial = new PoisonTrial(input, SMALL);
    List<String> violations = trial.violations(mutations, new Random(24));
    String measured =
        "%d mutations: the worst moves others by %.3f points more than its loss"
            .formatted(mutations, trial.worst());
    System.out.println(measured);
    assertThat(violations).as(measured).isEmpty();
  }
}
