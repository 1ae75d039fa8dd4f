package dev.smartspawn.worker.call;

import dev.smartspawn.worker.provider.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Pauses providers. Each pause of the same provider lasts twice as long as the one before. */
final class ProviderPauses {

  static final Duration FIRST = Duration.ofSeconds(5);
  static final Duration LONGEST = Duration.ofMinutes(10);

  private record Pause(Instant until, Duration length) {}

  private final Map<Provider, Pause> pauses = new ConcurrentHashMap<>();
  private final Clock clock;

  ProviderPauses(Clock clock) {
    this.clock = clock;
  }

  /** How long the provider is not asked; zero where it may be. */
  Duration left(Provider provider) {
    Pause pause = pauses.get(provider);
    if (pause == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), pause.until());
    return left.isNegative() ? Duration.ZERO : left;
  }

  void begin(Provider provider) {
    pauses.compute(provider, (same, last) -> next(last));
  }

  /** The next pause is a first one again. */
  void forget(Provider provider) {
    pauses.remove(provider);
  }

  private Pause next(@Nullable Pause last) {
    Duration length = last == null ? FIRST : last.length().multipliedBy(2);
    Duration bounded = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    return new Pause(clock.instant().plus(bounded), bounded);
  }
}
