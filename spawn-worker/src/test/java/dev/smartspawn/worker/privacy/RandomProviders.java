package dev.smartspawn.worker.privacy;

import dev.smartspawn.worker.provider.DataPolicy;
import dev.smartspawn.worker.provider.Dialect;
import dev.smartspawn.worker.provider.ModelRoutes;
import dev.smartspawn.worker.provider.Provider;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * A random set of providers: direct ones, among them OpenRouter under a second name, and the
 * general one.
 */
record RandomProviders(List<Provider> direct, Provider general) {

  static final String GENERAL = "openrouter";

  /** Prefixes by name; two makers have two providers. */
  static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("bedrock", "anthropic/");
    PREFIXES.put("anthropic", "anthropic/");
    PREFIXES.put("azure", "openai/");
    PREFIXES.put("openai", "openai/");
    PREFIXES.put("vertex", "google/");
    PREFIXES.put("deepseek", "deepseek/");
    PREFIXES.put("local", "qwen/");
    PREFIXES.put("openrouter-eu", "");
  }

  /**
   * @param addresses by name
   */
  static RandomProviders draw(Random random, Function<String, URI> addresses) {
    List<Provider> direct = new ArrayList<>();
    PREFIXES.forEach(
        (name, prefix) -> {
          if (random.nextInt(3) == 0) {
            direct.add(
                new Provider(
                    name,
                    prefix,
                    addresses.apply(name),
                    random.nextInt(5) == 0 ? Optional.empty() : Optional.of("key-of-" + name),
                    "KEY",
                    Provider.MAX_TOKENS,
                    Dialect.usual(),
                    policy(random, prefix.isEmpty()),
                    Map.of()));
          }
        });
    Optional<String> key = random.nextInt(4) == 0 ? Optional.empty() : Optional.of("key-of-all");
    return new RandomProviders(
        direct, Provider.openRouter(addresses.apply(GENERAL), key, "OPENROUTER_API_KEY"));
  }

  ModelRoutes routes() {
    return new ModelRoutes(direct, general);
  }

  List<String> names() {
    return direct.stream().map(Provider::name).toList();
  }

  Provider named(String name) {
    return direct.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElse(general);
  }

  private static DataPolicy policy(Random random, boolean forwards) {
    List<Optional<Boolean>> trains =
        List.of(Optional.empty(), Optional.of(true), Optional.of(false), Optional.of(false));
    return new DataPolicy(
        trains.get(random.nextInt(4)), List.of("", "eu", "us").get(random.nextInt(3)), forwards);
  }
}
