package dev.smartspawn.worker;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.call.CallSettings;
import dev.smartspawn.worker.fold.FoldStage;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.plan.FallbackModels;
import dev.smartspawn.worker.plan.OperatorPrices;
import dev.smartspawn.worker.provider.BaseUrl;
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
 * A worker's configuration.
 *
 * @param kafka how Kafka is reached
 * @param general serves every model that no direct provider serves
 * @param direct direct providers, and prices the operator has set
 * @param listed the only models to use; if empty, query-api is asked
 * @param privacy where any request may go
 * @param unjudged what becomes of a cascade's cheap answer that no judge has graded
 */
public record SpawnWorkerConfig(
    KafkaAccess kafka,
    URI queryApi,
    Provider general,
    ProvidersFile direct,
    List<PlannedModel> listed,
    FallbackModels fallback,
    Ceilings ceilings,
    Concurrency concurrency,
    CallSettings callSettings,
    PrivacyRule privacy,
    Unjudged unjudged) {

  /**
   * The operator's cost ceilings.
   *
   * @param perSpawn the most one spawn may cost, whatever its request allows
   * @param perDay the most all spawns of a UTC day may cost
   */
  public record Ceilings(Usd perSpawn, Usd perDay) {}

  /**
   * @param slots the number of spawns run at once
   * @param calls the number of calls made at once
   */
  public record Concurrency(int slots, int calls, int callsPerProvider) {}

  public SpawnWorkerConfig {
    listed = List.copyOf(listed);
  }

  /** The topics that its stage keeps for itself. */
  public static List<String> changelogs() {
    return FoldStage.changelogs();
  }

  /** Reports mistakes to {@code settings}. */
  public static SpawnWorkerConfig from(Settings settings) {
    List<String> named = settings.list(Setting.SPAWN_MODELS);
    ProvidersFile direct = providersFile(settings).asking(named);
    return new SpawnWorkerConfig(
        KafkaAccess.from(settings),
        settings.address(Setting.QUERY_API_URL),
        Provider.openRouter(
                baseUrl(settings),
                settings.key(Setting.OPENROUTER_API_KEY),
                Setting.OPENROUTER_API_KEY.variable())
            .sending(attribution(settings))
            .asking(named),
        direct,
        listed(settings, direct),
        fallback(settings, direct.prices()),
        new Ceilings(
            settings.dollars(Setting.SPAWN_MAX_COST), settings.dollars(Setting.SPAWN_DAILY_COST)),
        new Concurrency(
            settings.integer(Setting.SPAWN_SLOTS),
            settings.integer(Setting.SPAWN_CALLS),
            settings.integer(Setting.SPAWN_CALLS_PER_PROVIDER)),
        new CallSettings(
            settings.integer(Setting.SPAWN_MAX_TOKENS),
            settings.duration(Setting.SPAWN_CALL_TIMEOUT)),
        PrivacySettings.rule(settings),
        unjudged(settings));
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

  private static Unjudged unjudged(Settings settings) {
    String id = settings.text(Setting.SPAWN_UNJUDGED);
    Optional<Unjudged> choice = Unjudged.find(id);
    if (choice.isEmpty()) {
      settings.addMistake(
          Setting.SPAWN_UNJUDGED,
          "'%s': expected %s".formatted(id, Setting.SPAWN_UNJUDGED.form().expected()));
    }
    return choice.orElse(Unjudged.ESCALATE);
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
      Optional<ModelPrice> price = prices.of(id).or(() -> FallbackModels.BUILT_IN.priceOf(id));
      if (price.isEmpty()) {
        settings.addMistake(
            setting,
            "no price is known for %s: give it a price in %s"
                .formatted(id, Setting.PROVIDERS_FILE.variable()));
      }
      return price.map(known -> PlannedModel.of(id, known, reason));
    } catch (IllegalArgumentException e) {
      settings.addMistake(setting, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
