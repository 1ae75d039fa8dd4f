package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.evaluation.IntervalReport.Bin;
import dev.smartspawn.enrich.evaluation.IntervalReport.Coverage;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whether intervals and confidences are true on real figures; skipped where the recordings are not
 * there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedIntervalsTest {

  /** With fewer questions in a bin, the share observed is mostly chance. */
  private static final int ENOUGH_QUESTIONS = 30;

  private IntervalReport report = new IntervalReport(List.of(), List.of(), List.of(), List.of());

  @BeforeAll
  void evaluate() {
    report = IntervalEvaluation.of(RecordedPopulation.of(SourceRecordings.assumePresent()));
  }

  /**
   * {@code evaluate} is asked for .60 to .76 and .90 to .98. One model in fifty may be resolved by
   * an alias only, and this population has no aliases.
   */
  @Test
  void aHiddenLaboratoryIsWithinTheIntervalAsOftenAsStated() {
    System.out.println("coverage: " + report.categories());

    assertThat(report.categories())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            category -> {
              assertThat(category.one()).isBetween(0.58, 0.78);
              assertThat(category.two()).isBetween(0.88, 1.0);
            });
  }

  @Test
  void noLaboratoryIsOutsideFarMoreOftenThanStated() {
    List<Coverage> judged =
        report.coverage().stream()
            .filter(coverage -> coverage.models() >= HeldOutPlacements.ENOUGH_MODELS)
            .toList();

    assertThat(judged)
        .isNotEmpty()
        .allSatisfy(
            coverage -> {
              assertThat(coverage.one()).as("%s", coverage).isGreaterThanOrEqualTo(0.5);
              assertThat(coverage.two()).as("%s", coverage).isGreaterThanOrEqualTo(0.8);
            });
  }

  @Test
  void aPickIsRightAsOftenAsItsConfidenceSays() {
    System.out.println("confidence: " + report.calibration());
    List<Bin> filled =
        report.calibration().stream().filter(bin -> bin.questions() >= ENOUGH_QUESTIONS).toList();

    assertThat(filled).hasSizeGreaterThan(2);
    assertThat(filled)
        .allSatisfy(
            bin -> assertThat(bin.observed()).as("%s", bin).isCloseTo(bin.stated(), within(0.1)));
  }
}
