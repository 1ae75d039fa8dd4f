package dev.smartspawn.schema.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadRecoveryTest {

  private static final RuntimeException BUG =
      new StreamsException("in process", new IllegalStateException("no such row"));

  private Instant now = Instant.parse("2026-07-01T00:00:00Z");
  private final InstantSource time = () -> now;
  private final Clock clock = time.withZone(ZoneOffset.UTC);
  private final ThreadRecovery recovery = new ThreadRecovery("stage", clock, Duration.ZERO);

  @Test
  void deadThreadIsReplaced() {
    assertThat(recovery.handle(BUG)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(recovery.verdict()).isEmpty();
  }

  @Test
  void threadsThatKeepDyingAreGivenUp() {
    for (int i = 0; i < 5; i++) {
      assertThat(recovery.handle(BUG)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
    assertThat(recovery.handle(BUG)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(recovery.verdict()).hasValueSatisfying(v -> assertThat(v).contains("no such row"));
  }

  @Test
  void failuresFarApartAreNotCountedTogether() {
    for (int i = 0; i < 20; i++) {
      now = now.plus(Duration.ofMinutes(6));
      assertThat(recovery.handle(BUG)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
  }

  @Test
  void whatWaitingCuresIsNeverGivenUp() {
    for (int i = 0; i < 20; i++) {
      assertThat(recovery.handle(new StreamsException(new TimeoutException("broker is away"))))
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
  }

  @Test
  void unsafeStateIsGivenUpAtOnce() {
    assertThat(recovery.handle(new StreamsException("init", new UnsafeStateException("all lost"))))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(recovery.verdict()).hasValue("all lost");
  }

  @Test
  void stoppingEndsThePause() {
    ThreadRecovery patient = new ThreadRecovery("stage", clock, Duration.ofHours(1));
    patient.stop();

    assertThat(patient.handle(BUG)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }
}
