package dev.smartspawn.worker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.answer.KeyMask;
import dev.smartspawn.worker.plan.FallbackModels;
import dev.smartspawn.worker.provider.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The providers that settings describe, for people: without keys and other secrets. */
public final class ProviderOverview {

  private final ProviderSet set;

  private ProviderOverview(ProviderSet set) {
    this.set = set;
  }

  /**
   * @param environment the settings, by variable
   * @throws dev.smartspawn.schema.setting.SettingsException with every mistake
   */
  public static ProviderOverview from(Map<String, String> environment) {
    Settings settings = Settings.from(environment);
    ProviderSet set = ProviderSet.from(settings);
    settings.rejectMistakes();
    return new ProviderOverview(set);
  }

  /** Direct providers first. */
  public List<String> names() {
    return all().stream().map(Provider::name).toList();
  }

  /** One object for each provider, direct ones first. */
  public ArrayNode list() {
    KeyMask mask = new KeyMask(secrets());
    ArrayNode list = Json.MAPPER.createArrayNode();
    all().forEach(provider -> list.add(described(provider, mask)));
    return list;
  }

  /**
   * The checks of the providers that serve {@code model}.
   *
   * @param name the only provider to check; empty for all
   * @param model the model to call; by default, one that the settings name for the provider
   */
  public ProviderChecks checks(Optional<String> name, Optional<CanonicalId> model) {
    List<ProviderChecks.Check> checks = new ArrayList<>();
    for (Provider provider : all()) {
      boolean wanted = name.map(provider.name()::equalsIgnoreCase).orElse(true);
      if (wanted && model.map(provider::serves).orElse(true)) {
        Optional<CanonicalId> called = model.or(() -> modelOf(provider));
        checks.add(new ProviderChecks.Check(provider, called, called.flatMap(this::priceOf)));
      }
    }
    return new ProviderChecks(checks, secrets());
  }

  private List<Provider> all() {
    List<Provider> all = new ArrayList<>(set.direct().providers());
    all.add(set.general());
    return all;
  }

  private List<String> secrets() {
    return set.routes().keys();
  }

  /** A model that the settings name for the provider, or else the cheapest fallback model. */
  private Optional<CanonicalId> modelOf(Provider provider) {
    Stream<CanonicalId> named =
        Stream.of(
                provider.nativeIds().keySet().stream().sorted(),
                set.direct().prices().prices().keySet().stream().sorted(),
                set.direct().limits().limits().keySet().stream().sorted(),
                set.listed().stream().map(PlannedModel::model),
                FallbackModels.BUILT_IN.byCategory().values().stream()
                    .sorted(Comparator.comparing(planned -> planned.price().perTokens()))
                    .map(PlannedModel::model))
            .flatMap(models -> models);
    return named.filter(provider::serves).findFirst();
  }

  private Optional<ModelPrice> priceOf(CanonicalId model) {
    return set.direct().prices().of(model).or(() -> FallbackModels.BUILT_IN.priceOf(model));
  }

  private static ObjectNode described(Provider provider, KeyMask mask) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("name", provider.name());
    json.put("prefix", provider.prefix());
    json.put("address", mask.mask(provider.baseUrl().toString()));
    json.put("path", mask.mask(provider.dialect().path()));
    json.put("key", key(provider));
    provider.policy().trainsOnData().ifPresent(trains -> json.put("trainsOnData", trains));
    if (!provider.policy().region().isEmpty()) {
      json.put("region", provider.policy().region());
    }
    ObjectNode headers = json.putObject("headers");
    new TreeMap<>(provider.dialect().headers())
        .forEach((name, value) -> headers.put(name, mask.mask(value)));
    return json;
  }

  private static String key(Provider provider) {
    if (provider.keyVariable().isEmpty()) {
      return "needs none";
    }
    return "%s is %s"
        .formatted(provider.keyVariable(), provider.key().isPresent() ? "set" : "not set");
  }
}
