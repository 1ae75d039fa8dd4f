package dev.smartspawn.worker.call;

import dev.smartspawn.worker.provider.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps calls from a provider whose account is empty: no model of it would answer. It is asked
 * again after a while, which doubles each time the account is still empty.
 */
public final class EmptyAccounts {

  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private record Suspension(Instant until, Duration pause) {}

  private final Map<String, Suspension> suspensions = new ConcurrentHashMap<>();
  private final Clock clock;

  public EmptyAccounts(Clock clock) {
    this.clock = clock;
  }

  boolean isSuspended(Provider provider) {
    return !untilAsked(provider).isZero();
  }

  /** How long the provider is not asked; zero where it may be. */
  Duration untilAsked(Provider provider) {
    Suspension suspension = suspensions.get(provider.name());
    if (suspension == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), suspension.until());
    return left.isNegative() ? Duration.ZERO : left;
  }

  void recordEmpty(Provider provider) {
    suspensions.compute(provider.name(), (name, last) -> next(last));
  }

  void recordSuccess(Provider provider) {
    suspensions.remove(provider.name());
  }

  private Suspension next(Suspension last) {
    Duration pause = last == null ? FIRST_PAUSE : last.pause().multipliedBy(2);
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new Suspension(clock.instant().plus(bounded), bounded);
  }
}
