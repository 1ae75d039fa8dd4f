package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  private static final double[] RISING = {1, 2, 3, 4, 5};

  @Test
  void theSameOrderIsOneAndTheReverseMinusOne() {
    double[] alsoRising = {10, 20, 40, 80, 160};
    double[] falling = {5, 4, 3, 2, 1};

    assertThat(RankCorrelation.spearman(RISING, alsoRising)).isCloseTo(1, within(1e-12));
    assertThat(RankCorrelation.kendall(RISING, alsoRising)).isCloseTo(1, within(1e-12));
    assertThat(RankCorrelation.spearman(RISING, falling)).isCloseTo(-1, within(1e-12));
    assertThat(RankCorrelation.kendall(RISING, falling)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void knownValues() {
    double[] other = {2, 1, 4, 3, 5};

    // 1 - 6 * 4 / (5 * 24); two of ten pairs disagree.
    assertThat(RankCorrelation.spearman(RISING, other)).isCloseTo(0.8, within(1e-12));
    assertThat(RankCorrelation.kendall(RISING, other)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void equalsShareTheirRank() {
    double[] tied = {1, 1, 2, 3, 3};

    // Ranks 1.5 1.5 3 4.5 4.5 against 1 2 3 4 5; eight of ten pairs are apart.
    assertThat(RankCorrelation.spearman(RISING, tied)).isCloseTo(9 / Math.sqrt(90), within(1e-12));
    assertThat(RankCorrelation.kendall(RISING, tied)).isCloseTo(8 / Math.sqrt(80), within(1e-12));
  }

  @Test
  void aConstantHasNoOrder() {
    assertThat(RankCorrelation.spearman(RISING, new double[] {7, 7, 7, 7, 7})).isNaN();
  }
}
