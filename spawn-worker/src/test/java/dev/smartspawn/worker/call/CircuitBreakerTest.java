package dev.smartspawn.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

  private final MovedClock clock = new MovedClock();
  private final CircuitBreaker circuit = new CircuitBreaker(clock);

  @Test
  void opensAfterFailuresInARowAndHalfOpensLater() {
    failRepeatedly();
    assertThat(circuit.tryAcquirePermission()).isFalse();

    clock.now = clock.now.plus(CircuitBreaker.OPEN_FOR);
    assertThat(circuit.tryAcquirePermission()).isTrue();
    assertThat(circuit.tryAcquirePermission()).as("only one trial call").isFalse();
    circuit.recordSuccess();
    assertThat(circuit.tryAcquirePermission()).isTrue();
    assertThat(circuit.tryAcquirePermission()).isTrue();
  }

  @Test
  void opensAgainWhenTheTrialFails() {
    failRepeatedly();
    clock.now = clock.now.plus(CircuitBreaker.OPEN_FOR);
    assertThat(circuit.tryAcquirePermission()).isTrue();
    circuit.recordFailure();

    assertThat(circuit.tryAcquirePermission()).isFalse();
    assertThat(circuit.untilHalfOpen()).isEqualTo(CircuitBreaker.OPEN_FOR);
  }

  @Test
  void successResetsTheFailureCount() {
    for (int i = 1; i < CircuitBreaker.FAILURES_TO_OPEN; i++) {
      circuit.recordFailure();
    }
    circuit.recordSuccess();
    circuit.recordFailure();

    assertThat(circuit.tryAcquirePermission()).isTrue();
    assertThat(circuit.untilHalfOpen()).isEqualTo(Duration.ZERO);
  }

  private void failRepeatedly() {
    for (int i = 0; i < CircuitBreaker.FAILURES_TO_OPEN; i++) {
      circuit.recordFailure();
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
