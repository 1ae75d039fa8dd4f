package dev.smartspawn.schema.enriched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickConfidenceTest {

  private static final QualityEstimate CHOSEN = estimate(80, 3);

  @Test
  void theOnlyOneIsTheBest() {
    assertThat(PickConfidence.of(CHOSEN, List.of())).isEqualTo(1);
  }

  @Test
  void aLargerLeadIsSurer() {
    assertThat(PickConfidence.of(CHOSEN, List.of(estimate(70, 3))))
        .isGreaterThan(PickConfidence.of(CHOSEN, List.of(estimate(79, 3))));
  }

  @Test
  void moreRivalsAreLessSure() {
    QualityEstimate rival = estimate(79, 3);

    assertThat(PickConfidence.of(CHOSEN, Collections.nCopies(20, rival)))
        .isLessThan(PickConfidence.of(CHOSEN, List.of(rival)));
  }

  @Test
  void aWiderIntervalIsLessSureOfALead() {
    assertThat(PickConfidence.of(estimate(80, 8), List.of(estimate(75, 3))))
        .isLessThan(PickConfidence.of(CHOSEN, List.of(estimate(75, 3))));
  }

  @Test
  void betterByExactlyTheMarginIsEven() {
    double better = 80 + PickConfidence.MARGIN;

    assertThat(PickConfidence.of(CHOSEN, List.of(estimate(better, 3))))
        .isCloseTo(0.5, within(0.01));
  }

  @Test
  void scoresSetByHandHaveNoError() {
    assertThat(PickConfidence.of(estimate(90, 0), List.of(estimate(80, 0)))).isEqualTo(1);
    assertThat(PickConfidence.of(estimate(80, 0), List.of(estimate(90, 0)))).isZero();
  }

  @Test
  void anEstimateIsSurerTheNarrowerItsInterval() {
    assertThat(QualityEstimate.confidenceAt(5)).isCloseTo(0.683, within(0.001));
    assertThat(QualityEstimate.confidenceAt(2.5)).isCloseTo(0.954, within(0.001));
    assertThat(QualityEstimate.confidenceAt(0)).isEqualTo(1);
  }

  private static QualityEstimate estimate(double points, double error) {
    return new QualityEstimate(
        points, points - error, points + error, 2, QualityEstimate.confidenceAt(error));
  }
}
