package dev.smartspawn.enrich.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RobustTest {

  @Property
  void medianIsTheMiddleOfTheSorted(
      @ForAll @Size(min = 1, max = 60) double @DoubleRange(min = -1e6, max = 1e6) [] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double expected =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;

    assertThat(Robust.median(values)).isEqualTo(expected);
  }

  @Test
  void medianOfManyEqualsIsFound() {
    double[] values = new double[1001];
    Arrays.fill(values, 0, 600, 3);

    assertThat(Robust.median(values)).isEqualTo(3);
  }

  @Test
  void aWildErrorCountsAsThreeDeviations() {
    double[] errors = {1, -1, 1, -1, 1, -1, 1, -1, 1000};

    assertThat(Robust.rootMeanSquare(errors, errors.length)).isCloseTo(1.75, within(0.01));
  }

  @Test
  void nothingHasNoMedian() {
    assertThat(Robust.median(new double[0])).isNaN();
  }
}
