package dev.smartspawn.schema.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-10-21T07:28:00Z"), ZoneOffset.UTC);

  @Test
  void secondsAreRead() {
    assertThat(RetryAfter.parse(" 120 ", clock)).contains(Duration.ofMinutes(2));
  }

  @Test
  void secondsMayHaveAFraction() {
    assertThat(RetryAfter.parse("0.5", clock)).contains(Duration.ofMillis(500));
  }

  @Test
  void dateIsReadAgainstTheClock() {
    assertThat(RetryAfter.parse("Wed, 21 Oct 2026 07:29:30 GMT", clock))
        .contains(Duration.ofSeconds(90));
  }

  @Test
  void dateInThePastIsNow() {
    assertThat(RetryAfter.parse("Wed, 21 Oct 2026 07:00:00 GMT", clock)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.", "99999999999999"})
  void anythingElseIsIgnored(String header) {
    assertThat(RetryAfter.parse(header, clock)).isEmpty();
  }
}
