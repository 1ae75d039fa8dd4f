package dev.smartspawn.query.view.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DebounceTest {

  private final AtomicInteger state = new AtomicInteger();
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void aBurstOfChangesIsOneRunOrFewAndTheLastIsSeen() {
    try (Debounce debounce = debounce(this::look)) {
      for (int i = 1; i <= 10_000; i++) {
        state.set(i);
        debounce.changed();
      }
      await().untilAsserted(() -> assertThat(seen).hasValue(10_000));
      assertThat(runs.get()).isLessThan(100);
    }
  }

  @Test
  void aFailedRunIsRepeatedAtTheNextChange() {
    try (Debounce debounce = debounce(this::failFirst)) {
      debounce.changed();
      await().until(() -> runs.get() == 1);
      state.set(7);
      debounce.changed();
      await().untilAsserted(() -> assertThat(seen).hasValue(7));
    }
  }

  @Test
  void runNowCompletesWithTheTask() {
    try (Debounce debounce = debounce(this::look)) {
      state.set(3);
      debounce.runNow().join();
      assertThat(seen).hasValue(3);
    }
  }

  private void look() {
    runs.incrementAndGet();
    seen.set(state.get());
  }

  private void failFirst() {
    if (runs.incrementAndGet() == 1) {
      throw new IllegalStateException("the first run fails, as this test wants it");
    }
    seen.set(state.get());
  }

  private static Debounce debounce(Runnable task) {
    return new Debounce("debounce-test", task, Duration.ofMillis(1), Duration.ofMillis(5));
  }
}
