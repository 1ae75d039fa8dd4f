package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Routes each model to a direct provider that serves it and has a key, or else to the general
 * provider.
 */
public final class ModelRoutes {

  private final List<Provider> direct;
  private final Provider general;

  public ModelRoutes(List<Provider> direct, Provider general) {
    this.direct = List.copyOf(direct);
    this.general = general;
  }

  public ModelRoute of(CanonicalId model) {
    Provider provider =
        direct.stream()
            .filter(candidate -> candidate.serves(model) && candidate.isUsable())
            .findFirst()
            .orElse(general);
    return new ModelRoute(provider, model, provider.nativeId(model));
  }

  /** All keys and other secrets, so that they can be removed from messages. */
  public List<String> keys() {
    return Stream.concat(direct.stream(), Stream.of(general)).flatMap(Provider::secrets).toList();
  }
}
