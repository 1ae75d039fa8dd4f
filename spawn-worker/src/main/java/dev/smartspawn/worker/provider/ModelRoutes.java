package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Routes each model to a direct provider that serves it, has a key and may be called, or else to
 * the general provider.
 */
public final class ModelRoutes {

  private final List<Provider> direct;
  private final Provider general;

  public ModelRoutes(List<Provider> direct, Provider general) {
    this.direct = List.copyOf(direct);
    this.general = general;
  }

  /** Where any provider may be called. */
  public ModelRoute of(CanonicalId model) {
    return of(model, PrivacyRule.NONE, Set.of()).orElseThrow();
  }

  /**
   * Empty if the rule forbids every provider that serves the model and has a key.
   *
   * @param content what is sent besides text. A provider whose entry says that it does not take
   *     this is passed over, unless there is no other
   */
  public Optional<ModelRoute> of(CanonicalId model, PrivacyRule rule, Set<Capability> content) {
    PrivacyCheck check = new PrivacyCheck(rule, direct);
    List<Provider> allowed =
        Stream.concat(direct.stream().filter(Provider::isUsable), Stream.of(general))
            .filter(provider -> provider.serves(model) && check.refusal(provider).isEmpty())
            .toList();
    return allowed.stream()
        .filter(provider -> provider.dialect().supports().takes(content))
        .findFirst()
        .or(() -> allowed.stream().findFirst())
        .map(
            provider ->
                new ModelRoute(
                    provider, model, provider.nativeId(model), check.preferences(provider)));
  }

  /** Whether some models have no provider that the rule allows. */
  public boolean areNarrowedBy(PrivacyRule rule) {
    return !new PrivacyCheck(rule, direct).refusal(general).isEmpty();
  }

  /** Whether the rule forbids every provider that has a key or needs none. */
  public boolean areClosedBy(PrivacyRule rule) {
    PrivacyCheck check = new PrivacyCheck(rule, direct);
    return Stream.concat(direct.stream().filter(Provider::isUsable), Stream.of(general))
        .noneMatch(provider -> check.refusal(provider).isEmpty());
  }

  /** For people, why the rule forbids the providers that it forbids. */
  public String refusals(PrivacyRule rule) {
    PrivacyCheck check = new PrivacyCheck(rule, direct);
    List<String> refusals = new ArrayList<>();
    Stream.concat(direct.stream(), Stream.of(general))
        .forEach(
            provider ->
                check
                    .refusal(provider)
                    .ifPresent(why -> refusals.add("%s: %s".formatted(provider.name(), why))));
    return String.join("; ", refusals);
  }

  /** All keys and other secrets, so that they can be removed from messages. */
  public List<String> keys() {
    return Stream.concat(direct.stream(), Stream.of(general)).flatMap(Provider::secrets).toList();
  }
}
