package dev.smartspawn.worker.provider;

import dev.smartspawn.schema.privacy.PrivacyRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a rule allows a provider. A name in a rule is a direct provider's, if there is
 * one of that name, or else that of a provider behind OpenRouter.
 */
final class PrivacyCheck {

  private final PrivacyRule rule;
  private final Set<String> direct;

  /**
   * @param direct the providers of the operator's file
   */
  PrivacyCheck(PrivacyRule rule, List<Provider> direct) {
    this.rule = rule;
    this.direct = direct.stream().map(PrivacyCheck::nameOf).collect(Collectors.toSet());
  }

  /** For people, why the rule forbids the provider; empty if it allows it. */
  Optional<String> refusal(Provider provider) {
    String name = nameOf(provider);
    DataPolicy policy = provider.policy();
    @Nullable List<String> only = rule.only();
    if (rule.ignored().contains(name)) {
      return Optional.of("it is ignored");
    }
    if (only != null && !only.contains(name) && !(policy.forwards() && !upstream(only).isEmpty())) {
      return Optional.of("only %s".formatted(listed(only)));
    }
    if (policy.forwards() && preferences(provider).excludeEverything(provider.dialect().body())) {
      return Optional.of("its entry passes requests on to other providers only");
    }
    return data(policy).or(() -> region(policy));
  }

  /** What an allowed provider is told about those that it passes requests on to. */
  ProviderPreferences preferences(Provider provider) {
    if (!provider.policy().forwards()) {
      return ProviderPreferences.NONE;
    }
    String name = nameOf(provider);
    @Nullable List<String> only = rule.only();
    return new ProviderPreferences(
        rule.deniesDataCollection(),
        only == null || only.contains(name) ? null : upstream(only),
        rule.ignored());
  }

  private Optional<String> data(DataPolicy policy) {
    boolean trains = policy.trainsOnData().orElse(!policy.forwards());
    if (!rule.deniesDataCollection() || !trains) {
      return Optional.empty();
    }
    return Optional.of(
        policy.trainsOnData().isPresent()
            ? "it trains on data"
            : "its entry does not say whether it trains on data");
  }

  private Optional<String> region(DataPolicy policy) {
    @Nullable List<String> regions = rule.regions();
    if (regions == null || regions.contains(policy.region())) {
      return Optional.empty();
    }
    return Optional.of(
        policy.region().isEmpty()
            ? "its region is not known"
            : "its region is %s, and only %s".formatted(policy.region(), listed(regions)));
  }

  private List<String> upstream(List<String> only) {
    return only.stream().filter(each -> !direct.contains(each)).toList();
  }

  private static String listed(List<String> names) {
    return names.isEmpty()
        ? "what request and settings have in common is allowed, which is nothing"
        : "%s %s allowed".formatted(String.join(", ", names), names.size() == 1 ? "is" : "are");
  }

  private static String nameOf(Provider provider) {
    return provider.name().strip().toLowerCase(Locale.ROOT);
  }
}
