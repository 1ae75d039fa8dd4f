package dev.smartspawn.worker.call;

import dev.smartspawn.worker.provider.Provider;
import java.time.Clock;
import java.time.Duration;

/**
 * Keeps calls from a provider whose account is empty: no model of it would answer. It is asked
 * again after a while, which doubles each time the account is still empty.
 */
public final class EmptyAccounts {

  private final ProviderPauses pauses;

  public EmptyAccounts(Clock clock) {
    this.pauses = new ProviderPauses(clock);
  }

  boolean isSuspended(Provider provider) {
    return !untilAsked(provider).isZero();
  }

  /** How long the provider is not asked; zero where it may be. */
  Duration untilAsked(Provider provider) {
    return pauses.left(provider);
  }

  void recordEmpty(Provider provider) {
    pauses.begin(provider);
  }

  void recordSuccess(Provider provider) {
    pauses.forget(provider);
  }
}
