package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;

/**
 * Which way a model is called.
 *
 * @param nativeId how the provider calls the model
 */
public record Route(Provider provider, CanonicalId model, String nativeId) {

  /** What stands or falls together: a maker's models at a provider. */
  public String circuit() {
    return provider.name() + ":" + model.provider();
  }
}
