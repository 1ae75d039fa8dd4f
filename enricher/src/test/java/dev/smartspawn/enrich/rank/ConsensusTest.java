package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ConsensusTest {

  private static final double FREEDOM = RankingConstants.STANDARD.freedom();

  @Test
  void theSurerValueWeighsMore() {
    Consensus consensus = of(new double[] {10, 11}, new double[] {1, 4});

    assertThat(consensus.value()).isCloseTo(10.2, within(0.05));
    assertThat(consensus.shares().get(0)).isGreaterThan(0.75);
  }

  @Test
  void agreementNarrows() {
    double alone = of(new double[] {10}, new double[] {4}).variance();

    assertThat(of(new double[] {10, 10.5}, new double[] {4, 4}).variance()).isLessThan(alone);
  }

  @Test
  void contradictionWidens() {
    double agreeing = of(new double[] {10, 10.5, 11}, new double[] {4, 4, 4}).variance();

    assertThat(of(new double[] {10, 10.5, 40}, new double[] {4, 4, 4}).variance())
        .isGreaterThan(agreeing);
  }

  @Test
  void oneWildValueAmongThreeHardlyMatters() {
    assertThat(of(new double[] {10, 11, 60}, new double[] {4, 4, 4}).value())
        .isCloseTo(10.5, within(1.0));
  }

  @Property
  void itLiesAmongItsValuesAndSharesSumToOne(
      @ForAll @DoubleRange(min = -100, max = 100) double a,
      @ForAll @DoubleRange(min = -100, max = 100) double b,
      @ForAll @DoubleRange(min = 0.01, max = 100) double varianceOfA,
      @ForAll @DoubleRange(min = 0.01, max = 100) double varianceOfB) {
    Consensus consensus = of(new double[] {a, b}, new double[] {varianceOfA, varianceOfB});

    assertThat(consensus.value()).isBetween(Math.min(a, b) - 1e-9, Math.max(a, b) + 1e-9);
    assertThat(consensus.shares().get(0) + consensus.shares().get(1)).isCloseTo(1, within(1e-9));
  }

  private static Consensus of(double[] values, double[] variances) {
    return Consensus.of(values, variances, FREEDOM);
  }
}
