package dev.smartspawn.query.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.query.http.response.Refusal;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WriteRateLimitTest {

  private static final int PER_MINUTE = 6;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final WriteRateLimit pace = new WriteRateLimit(PER_MINUTE, now::get);

  @Test
  void tokensRefillEvenly() {
    spendAll("a");
    isTooOften("a", 10);
    pass(Duration.ofSeconds(9));
    isTooOften("a", 1);
    pass(Duration.ofSeconds(1));

    pace.spend("a");

    isTooOften("a", 10);
  }

  @Test
  void aLongPauseRefillsNoMoreThanOneMinute() {
    spendAll("a");
    pass(Duration.ofHours(3));
    spendAll("a");
    isTooOften("a", 10);
  }

  @Test
  void oneClientDoesNotHoldUpAnother() {
    spendAll("a");
    assertThatCode(() -> pace.spend("b")).doesNotThrowAnyException();
  }

  @Test
  void theLeastRecentClientsAreForgottenFirst() {
    spendAll("busy");
    spendAll("gone");
    for (int i = 0; i < 5000; i++) {
      pace.spend("client " + i);
      assertThatThrownBy(() -> pace.spend("busy")).isInstanceOf(Refusal.class);
    }
    assertThatCode(() -> pace.spend("gone")).doesNotThrowAnyException();
  }

  private void spendAll(String client) {
    for (int i = 0; i < PER_MINUTE; i++) {
      pace.spend(client);
    }
  }

  private void isTooOften(String client, int seconds) {
    assertThatThrownBy(() -> pace.spend(client))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.headers())
                    .containsEntry(Headers.RETRY_AFTER, Integer.toString(seconds)));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
