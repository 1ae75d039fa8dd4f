package dev.smartspawn.worker;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.PriceReference;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.plan.FallbackModels;
import dev.smartspawn.worker.plan.ListPrice;
import dev.smartspawn.worker.plan.OperatorPrices;
import dev.smartspawn.worker.provider.BaseUrl;
import dev.smartspawn.worker.provider.ModelRoutes;
import dev.smartspawn.worker.provider.Provider;
import dev.smartspawn.worker.provider.ProvidersFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is called, and what the operator has said about models: everything that changes with {@code
 * PROVIDERS_FILE}.
 *
 * @param general serves every model that no direct provider serves
 * @param direct direct providers, and prices the operator has set
 * @param listed the only models to use; if empty, query-api is asked
 */
public record ProviderSet(
    Provider general, ProvidersFile direct, List<PlannedModel> listed, FallbackModels fallback) {

  public ProviderSet {
    listed = List.copyOf(listed);
  }

  public ModelRoutes routes() {
    return new ModelRoutes(direct.providers(), general);
  }

  /** Reports mistakes to {@code settings}. */
  public static ProviderSet from(Settings settings) {
    List<String> named = settings.list(Setting.SPAWN_MODELS);
    ProvidersFile direct = providersFile(settings).asking(named);
    return new ProviderSet(
        Provider.openRouter(
                baseUrl(settings),
                settings.key(Setting.OPENROUTER_API_KEY),
                Setting.OPENROUTER_API_KEY.variable())
            .sending(attribution(settings))
            .asking(named),
        direct,
        listed(settings, direct),
        fallback(settings, direct.prices()));
  }

  /** OpenRouter shows usage by application under these. */
  private static Map<String, String> attribution(Settings settings) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("X-Title", settings.text(Setting.OPENROUTER_TITLE));
    if (settings.isSet(Setting.OPENROUTER_REFERER)) {
      headers.put("HTTP-Referer", settings.address(Setting.OPENROUTER_REFERER).toString());
    }
    return headers;
  }

  private static URI baseUrl(Settings settings) {
    URI address = settings.address(Setting.OPENROUTER_BASE_URL);
    BaseUrl.mistake(address)
        .ifPresent(
            mistake ->
                settings.addMistake(
                    Setting.OPENROUTER_BASE_URL, "'%s': %s".formatted(address, mistake)));
    return address;
  }

  private static ProvidersFile providersFile(Settings settings) {
    if (!settings.isSet(Setting.PROVIDERS_FILE)) {
      return ProvidersFile.NONE;
    }
    try {
      return ProvidersFile.read(Path.of(settings.text(Setting.PROVIDERS_FILE)), settings::variable);
    } catch (IllegalArgumentException e) {
      settings.addMistake(Setting.PROVIDERS_FILE, String.valueOf(e.getMessage()));
      return ProvidersFile.NONE;
    }
  }

  private static List<PlannedModel> listed(Settings settings, ProvidersFile direct) {
    List<PlannedModel> models = new ArrayList<>();
    for (String name : settings.list(Setting.SPAWN_MODELS)) {
      priced(settings, Setting.SPAWN_MODELS, name, direct.prices(), "on the operator's list")
          .map(direct.limits()::apply)
          .ifPresent(models::add);
    }
    return models;
  }

  private static FallbackModels fallback(Settings settings, OperatorPrices prices) {
    Map<Category, PlannedModel> models = new EnumMap<>(Category.class);
    for (String line : settings.list(Setting.FALLBACK_MODELS)) {
      String[] parts = line.split("=", 2);
      Optional<Category> category = Category.find(parts[0].strip());
      if (category.isEmpty() || parts.length < 2) {
        settings.addMistake(
            Setting.FALLBACK_MODELS,
            "'%s': expected category=model with a category of %s"
                .formatted(line, Category.known()));
        continue;
      }
      priced(settings, Setting.FALLBACK_MODELS, parts[1].strip(), prices, "configured fallback")
          .ifPresent(model -> models.put(category.get(), model));
    }
    return FallbackModels.BUILT_IN.with(models);
  }

  /** A model without a known price is a mistake: its cost could not be reserved. */
  private static Optional<PlannedModel> priced(
      Settings settings, Setting setting, String name, OperatorPrices prices, String reason) {
    try {
      CanonicalId id = CanonicalId.of(name);
      Optional<ListPrice> price =
          prices
              .listed(id)
              .or(
                  () ->
                      FallbackModels.BUILT_IN
                          .priceOf(id)
                          .map(known -> new ListPrice(known, PriceReference.BUILT_IN)));
      if (price.isEmpty()) {
        settings.addMistake(
            setting,
            "no price is known for %s: give it a price in %s"
                .formatted(id, Setting.PROVIDERS_FILE.variable()));
      }
      return price.map(
          known ->
              PlannedModel.of(id, known.price(), reason).withPrice(known.price(), known.from()));
    } catch (IllegalArgumentException e) {
      settings.addMistake(setting, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
