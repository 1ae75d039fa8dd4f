package dev.smartspawn.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.local.bench.Measurement.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void medianDecidesNotTheWorstRound() {
    Measurement seconds = new Measurement("s", List.of(9.0, 2.0, 1.0), Bound.AT_MOST, 3);
    assertThat(seconds.median()).isEqualTo(2);
    assertThat(seconds.isMet()).isTrue();
  }

  @Test
  void evenNumberOfRoundsTakesTheMiddleOfTheTwo() {
    Measurement share = new Measurement("share", List.of(0.4, 0.8), Bound.AT_LEAST, 0.7);
    assertThat(share.median()).isCloseTo(0.6, within(1e-9));
    assertThat(share.isMet()).isFalse();
    assertThat(share.toString()).contains("0.60", "at least 0.70", "MISSED", "0.40 0.80");
  }

  @Test
  void thereAreSixtyFourDifferentQuestions() {
    assertThat(Questions.all()).hasSize(64).doesNotHaveDuplicates();
  }
}
