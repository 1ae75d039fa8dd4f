package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.enriched.CanonicalId;

/**
 * Through which provider a model is called.
 *
 * @param nativeId the provider's own id of the model
 * @param preferences to which others the provider may pass the request on
 */
public record ModelRoute(
    Provider provider, CanonicalId model, String nativeId, ProviderPreferences preferences) {

  /** Without preferences. */
  public ModelRoute(Provider provider, CanonicalId model, String nativeId) {
    this(provider, model, nativeId, ProviderPreferences.NONE);
  }

  /** Names the circuit breaker: models of one maker at one provider share it. */
  public String circuit() {
    return provider.name() + ":" + model.provider();
  }
}
