package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the way to a model: a direct provider where one takes it and its key is there, else through
 * the general one.
 */
public final class Routes {

  private final List<Provider> direct;
  private final Provider general;

  public Routes(List<Provider> direct, Provider general) {
    this.direct = List.copyOf(direct);
    this.general = general;
  }

  public Route of(CanonicalId model) {
    Provider provider =
        direct.stream()
            .filter(candidate -> candidate.takes(model) && candidate.isUsable())
            .findFirst()
            .orElse(general);
    return new Route(provider, model, provider.nativeId(model));
  }

  /** Every key there is, so that messages can be kept free of them. */
  public List<String> keys() {
    return Stream.concat(direct.stream(), Stream.of(general))
        .flatMap(provider -> provider.key().stream())
        .toList();
  }
}
