package dev.smartspawn.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunPacingTest {

  private final RunPacing pace = new RunPacing();

  @Test
  void nothingIsDueWhenNothingCame() {
    assertThat(pace.isDue(10_000, true, false)).isFalse();
  }

  @Test
  void pullBoundaryIsDueAtOnce() {
    pace.arrived(0);
    assertThat(pace.isDue(0, true, false)).isTrue();
    assertThat(pace.isDue(249, false, false)).isFalse();
  }

  @Test
  void pullsUnderWayAreAwaitedForAWhile() {
    pace.arrived(0);
    assertThat(pace.isDue(1999, true, true)).isFalse();
    assertThat(pace.isDue(1999, true, false)).isTrue();
    assertThat(pace.isDue(2000, false, true)).isTrue();
  }

  @Test
  void quietMakesItDue() {
    pace.arrived(0);
    pace.arrived(100);
    assertThat(pace.isDue(349, false, false)).isFalse();
    assertThat(pace.isDue(350, false, false)).isTrue();
  }

  @Test
  void endlessArrivalsAreNotWaitedFor() {
    for (int millis = 0; millis <= 1000; millis += 50) {
      pace.arrived(millis);
    }
    assertThat(pace.isDue(1000, false, false)).isTrue();
  }

  @Test
  void runTakesUpEverythingBeforeIt() {
    pace.arrived(0);
    pace.ran();
    assertThat(pace.isDue(5000, true, false)).isFalse();
  }
}
