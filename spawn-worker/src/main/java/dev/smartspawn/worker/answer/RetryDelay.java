package dev.smartspawn.worker.answer;

import dev.smartspawn.schema.http.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How long a provider asks to wait: {@code Retry-After} (RFC 9110) or {@code retry-after-ms}. */
final class RetryDelay {

  /** Longer waits are all the same: nobody waits for them. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryDelay() {}

  static Optional<Duration> of(ProviderResponse response, Clock clock) {
    return response
        .header("retry-after-ms")
        .flatMap(value -> seconds(value, 1000))
        .or(() -> response.header("retry-after").flatMap(value -> delay(value, clock)));
  }

  private static Optional<Duration> delay(String value, Clock clock) {
    return seconds(value, 1)
        .or(
            () ->
                RetryAfter.parse(value, clock)
                    .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
  }

  private static Optional<Duration> seconds(String value, int perSecond) {
    try {
      double seconds = Double.parseDouble(value.strip()) / perSecond;
      if (!Double.isFinite(seconds) || seconds < 0) {
        return Optional.empty();
      }
      double capped = Math.min(seconds, (double) LONGEST.toSeconds());
      return Optional.of(Duration.ofMillis((long) Math.ceil(capped * 1000)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
