package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.worker.provider.ModelRoute;
import dev.smartspawn.worker.provider.Provider;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps calls from a provider that does not accept the key. One model's refusal is not enough:
 * gateways pass on what the provider behind one model says of their own key. It is asked again
 * after a while, which doubles each time the key is refused again.
 */
public final class RefusedKeys {

  private static final int MODELS_TO_PAUSE = 2;

  private final Map<Provider, Set<CanonicalId>> refusals = new ConcurrentHashMap<>();
  private final ProviderPauses pauses;

  public RefusedKeys(Clock clock) {
    this.pauses = new ProviderPauses(clock);
  }

  boolean isSuspended(Provider provider) {
    return !pauses.left(provider).isZero();
  }

  void recordRefusal(ModelRoute route) {
    Set<CanonicalId> models =
        refusals.computeIfAbsent(route.provider(), provider -> ConcurrentHashMap.newKeySet());
    models.add(route.model());
    if (models.size() >= MODELS_TO_PAUSE) {
      pauses.begin(route.provider());
    }
  }

  void recordSuccess(Provider provider) {
    refusals.remove(provider);
    pauses.forget(provider);
  }
}
