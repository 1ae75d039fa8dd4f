package dev.smartspawn.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private final MovedClock clock = new MovedClock();
  private final Circuit circuit = new Circuit(clock);

  @Test
  void opensAfterARowOfFailuresAndHalfOpensAfterAWhile() {
    failInARow();
    assertThat(circuit.lets()).isFalse();

    clock.now = clock.now.plus(Circuit.OPEN_FOR);
    assertThat(circuit.lets()).isTrue();
    assertThat(circuit.lets()).as("one tries, the others wait").isFalse();
    circuit.succeeded();
    assertThat(circuit.lets()).isTrue();
    assertThat(circuit.lets()).isTrue();
  }

  @Test
  void opensAgainWhenTheTryFails() {
    failInARow();
    clock.now = clock.now.plus(Circuit.OPEN_FOR);
    assertThat(circuit.lets()).isTrue();
    circuit.failed();

    assertThat(circuit.lets()).isFalse();
    assertThat(circuit.untilHalfOpen()).isEqualTo(Circuit.OPEN_FOR);
  }

  @Test
  void successInBetweenStartsTheRowAnew() {
    for (int i = 1; i < Circuit.FAILURES_TO_OPEN; i++) {
      circuit.failed();
    }
    circuit.succeeded();
    circuit.failed();

    assertThat(circuit.lets()).isTrue();
    assertThat(circuit.untilHalfOpen()).isEqualTo(Duration.ZERO);
  }

  private void failInARow() {
    for (int i = 0; i < Circuit.FAILURES_TO_OPEN; i++) {
      circuit.failed();
    }
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
