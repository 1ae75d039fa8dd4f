package dev.smartspawn.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.call.CallSettings;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.provider.ModelRoute;
import dev.smartspawn.worker.provider.ModelRoutes;
import dev.smartspawn.worker.provider.Provider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpawnWorkerConfigTest {

  @TempDir Path folder;

  @Test
  void defaults() {
    SpawnWorkerConfig config = read(Map.of());

    assertThat(config.kafka().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(config.queryApi()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(config.providers().general().baseUrl())
        .isEqualTo(URI.create("https://openrouter.ai/api/v1"));
    assertThat(config.providers().general().isUsable()).isFalse();
    assertThat(config.providers().direct().providers()).isEmpty();
    assertThat(config.providers().listed()).isEmpty();
    assertThat(config.ceilings().perSpawn()).isEqualTo(Usd.of("1"));
    assertThat(config.ceilings().perDay()).isEqualTo(Usd.of("10"));
    assertThat(config.concurrency().slots()).isEqualTo(8);
    assertThat(config.concurrency().calls()).isEqualTo(32);
    assertThat(config.concurrency().callsPerProvider()).isEqualTo(16);
    assertThat(config.callSettings()).isEqualTo(new CallSettings(4096, Duration.ofSeconds(120)));
    assertThat(config.unjudged()).isEqualTo(Unjudged.ESCALATE);
    assertThat(config.attachmentsKept()).isEqualTo(Duration.ofDays(2));
    assertThat(config.privacy().deniesDataCollection()).isFalse();
    assertThat(config.privacy().only()).isNull();
    assertThat(config.privacy().ignored()).isEmpty();
    assertThat(config.privacy().regions()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"59m", "49h", "0s"})
  void filesAreKeptAsLongAsTheirTopicKeepsThem(String kept) {
    assertThatThrownBy(() -> read(Map.of("SMART_SPAWN_ATTACHMENTS_KEPT", kept)))
        .hasMessageContaining("expected a duration from 1h to 2d");
  }

  @Test
  void privacyOfEveryRequest() {
    SpawnWorkerConfig config =
        read(
            Map.of(
                "SMART_SPAWN_PRIVACY_DATA_COLLECTION", "deny",
                "SMART_SPAWN_PRIVACY_ONLY", "Mistral, deepinfra/turbo",
                "SMART_SPAWN_PRIVACY_IGNORE", "azure",
                "SMART_SPAWN_PRIVACY_REGIONS", "EU"));

    assertThat(config.privacy().deniesDataCollection()).isTrue();
    assertThat(config.privacy().only()).containsExactly("mistral", "deepinfra/turbo");
    assertThat(config.privacy().ignored()).containsExactly("azure");
    assertThat(config.privacy().regions()).containsExactly("eu");
  }

  @ParameterizedTest
  @CsvSource({
    "SMART_SPAWN_PRIVACY_DATA_COLLECTION, never, expected allow or deny",
    "SMART_SPAWN_PRIVACY_ONLY, 'a,b!', expected names of providers",
    "SMART_SPAWN_PRIVACY_REGIONS, 'eu;us', expected names of regions"
  })
  void privacyThatCannotBeReadIsAMistake(String setting, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(setting, value))).hasMessageContaining(message);
  }

  @Test
  void everyKey() throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    values.put("SMART_SPAWN_QUERY_API_URL", "http://query-api:8080");
    values.put("OPENROUTER_BASE_URL", "http://127.0.0.1:11434/v1/");
    values.put("OPENROUTER_API_KEY", "sk-1");
    values.put("PROVIDERS_FILE", providersFile().toString());
    values.put("ANTHROPIC_API_KEY", "sk-2");
    values.put("SMART_SPAWN_SPAWN_MODELS", "ollama/llama3.3, anthropic/claude-opus-4.6");
    values.put("SMART_SPAWN_FALLBACK_MODELS", "coding=ollama/llama3.3");
    values.put("SMART_SPAWN_MAX_COST_PER_SPAWN_USD", "0.25");
    values.put("SMART_SPAWN_MAX_COST_PER_DAY_USD", "3");
    values.put("SMART_SPAWN_SPAWN_UNJUDGED", "keep");
    values.put("SMART_SPAWN_SPAWN_SLOTS", "2");
    values.put("SMART_SPAWN_SPAWN_CALLS", "5");
    values.put("SMART_SPAWN_SPAWN_CALLS_PER_PROVIDER", "3");
    values.put("SMART_SPAWN_SPAWN_CALL_TIMEOUT", "40s");
    values.put("SMART_SPAWN_SPAWN_MAX_TOKENS", "500");

    SpawnWorkerConfig config = read(values);

    assertThat(config.kafka().bootstrapServers()).isEqualTo("kafka:9092");
    assertThat(config.queryApi()).isEqualTo(URI.create("http://query-api:8080"));
    assertThat(config.providers().general())
        .isEqualTo(
            Provider.openRouter(
                    URI.create("http://127.0.0.1:11434/v1"),
                    Optional.of("sk-1"),
                    "OPENROUTER_API_KEY")
                .sending(Map.of("X-Title", "Smart Spawn")));
    assertThat(config.providers().direct().providers())
        .extracting(Provider::name)
        .containsExactly("anthropic", "ollama");
    assertThat(config.providers().listed())
        .extracting(planned -> planned.model().value())
        .containsExactly("ollama/llama3.3", "anthropic/claude-opus-4.6");
    assertThat(config.providers().fallback().byCategory().get(Category.CODING).model())
        .hasToString("ollama/llama3.3");
    assertThat(config.ceilings().perSpawn()).isEqualTo(Usd.of("0.25"));
    assertThat(config.ceilings().perDay()).isEqualTo(Usd.of("3"));
    assertThat(config.concurrency().slots()).isEqualTo(2);
    assertThat(config.concurrency().calls()).isEqualTo(5);
    assertThat(config.concurrency().callsPerProvider()).isEqualTo(3);
    assertThat(config.callSettings()).isEqualTo(new CallSettings(500, Duration.ofSeconds(40)));
    assertThat(config.unjudged()).isEqualTo(Unjudged.KEEP);
  }

  @Test
  void modelUsesItsDirectProviderIfAKeyIsSet() throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("PROVIDERS_FILE", providersFile().toString());
    values.put("ANTHROPIC_API_KEY", "sk-2");

    ModelRoute direct = routes(read(values)).of(CanonicalId.of("anthropic/claude-opus-4.6"));
    values.remove("ANTHROPIC_API_KEY");
    ModelRoute without = routes(read(values)).of(CanonicalId.of("anthropic/claude-opus-4.6"));

    assertThat(direct.provider().name()).isEqualTo("anthropic");
    assertThat(direct.nativeId()).isEqualTo("claude-opus-4-6");
    assertThat(without.provider().name()).isEqualTo("openrouter");
    assertThat(without.nativeId()).isEqualTo("anthropic/claude-opus-4.6");
  }

  @Test
  void localServerNeedsNoKey() throws IOException {
    SpawnWorkerConfig config = read(Map.of("PROVIDERS_FILE", providersFile().toString()));

    ModelRoute route = routes(config).of(CanonicalId.of("ollama/llama3.3"));

    assertThat(route.provider().isUsable()).isTrue();
    assertThat(route.nativeId()).isEqualTo("llama3.3");
    assertThat(config.providers().direct().prices().of(CanonicalId.of("ollama/llama3.3")))
        .contains(ModelPrice.of("0", "0"));
  }

  @Test
  void keysAreNeverPrinted() {
    SpawnWorkerConfig config = read(Map.of("OPENROUTER_API_KEY", "sk-secret"));

    assertThat(config.toString()).doesNotContain("sk-secret");
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    Settings settings =
        Settings.from(
            Map.of(
                "PROVIDERS_FILE", "nowhere.json",
                "SMART_SPAWN_SPAWN_MODELS", "maker/unknown",
                "SMART_SPAWN_FALLBACK_MODELS", "art=anthropic/claude-opus-4.6",
                "SMART_SPAWN_SPAWN_SLOTS", "0"));
    SpawnWorkerConfig.from(settings);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining("PROVIDERS_FILE: there is no file nowhere.json")
        .hasMessageContaining("no price is known for maker/unknown")
        .hasMessageContaining("'art=anthropic/claude-opus-4.6': expected category=model")
        .hasMessageContaining("SMART_SPAWN_SPAWN_SLOTS is '0'");
  }

  @Test
  void misspeltFieldOfTheProvidersFileIsAMistake() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"provider\":[]}");
    Settings settings = Settings.from(Map.of("PROVIDERS_FILE", file.toString()));
    SpawnWorkerConfig.from(settings);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining(
            "p.json, line 1: unknown field 'provider': expected one of limits, prices, providers");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://127.0.0.1/v1, expected an http or https address",
    "127.0.0.1:8080, expected an http or https address",
    "https://sk-1@host/v1, expected no user or key in the address",
    "https://host/v1?api-version=2, expected an address without '?' and '#'",
    "https://host/v1/chat/completions, leave out '/chat/completions'"
  })
  void addressThatCannotBeAChatApisIsAMistake(String address, String mistake) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.json"),
            "{\"providers\": [{\"name\": \"p\", \"prefix\": \"p/\", \"baseUrl\": \"%s\"}]}"
                .formatted(address));
    Settings settings =
        Settings.from(Map.of("PROVIDERS_FILE", file.toString(), "OPENROUTER_BASE_URL", address));
    SpawnWorkerConfig.from(settings);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining("'baseUrl' of p is '%s': %s".formatted(address, mistake))
        .hasMessageContaining("OPENROUTER_BASE_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-1\u200b", "sk-\n2", "Bearer sk-3", "\"sk-4\"", "'sk-5'", "s\u043a-6"})
  void keyThatNoHeaderTakesIsAMistakeWithoutTheKey(String key) throws IOException {
    Settings settings =
        Settings.from(
            Map.of(
                "PROVIDERS_FILE",
                providersFile().toString(),
                "ANTHROPIC_API_KEY",
                key,
                "OPENROUTER_API_KEY",
                key));
    SpawnWorkerConfig.from(settings);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining("ANTHROPIC_API_KEY: ")
        .hasMessageContaining("OPENROUTER_API_KEY: ")
        .message()
        .doesNotContain(key.substring(3));
  }

  @Test
  void limitsOfTheProvidersFileApplyToListedModels() throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("PROVIDERS_FILE", providersFile().toString());
    values.put("SMART_SPAWN_SPAWN_MODELS", "ollama/llama3.3, anthropic/claude-opus-4.6");

    assertThat(read(values).providers().listed())
        .extracting(PlannedModel::limits)
        .containsExactly(new ModelLimits(false, 8192L, null, null), null);
  }

  @Test
  void limitIsAtLeastOneToken() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.json"), "{\"limits\": {\"a/b\": {\"outputTokens\": 0}}}");
    Settings settings = Settings.from(Map.of("PROVIDERS_FILE", file.toString()));
    SpawnWorkerConfig.from(settings);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining("limit of a/b: 'outputTokens' is 0, expected at least 1");
  }

  @Test
  void tokenLimitParameterHasOneOfTwoNames() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.json"),
            """
            {"providers": [{"name": "openai", "prefix": "openai/", "baseUrl": "https://api.openai.com/v1",
              "maxTokensParameter": "maxTokens"}]}
            """);
    Settings settings = Settings.from(Map.of("PROVIDERS_FILE", file.toString()));
    SpawnWorkerConfig.from(settings);

    assertThatThrownBy(settings::rejectMistakes)
        .hasMessageContaining(
            "'maxTokensParameter' of openai is 'maxTokens': expected one of max_tokens, max_completion_tokens");
  }

  @ParameterizedTest
  @CsvSource({
    "vllm/Qwen/Qwen2.5-7B-Instruct, Qwen/Qwen2.5-7B-Instruct",
    "vllm/qwen/qwen2.5-7b, qwen/qwen2.5-7b",
    "VLLM/Meta-Llama-3, Meta-Llama-3",
  })
  void modelOfALocalServerKeepsItsCase(String written, String asked) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("local.json"),
            """
            {"providers": [{"name": "vllm", "prefix": "vllm/", "baseUrl": "http://127.0.0.1:1/v1"}],
             "prices": {"%s": {"prompt": 0, "completion": 0}}}
            """
                .formatted(written));

    SpawnWorkerConfig listed =
        read(Map.of("PROVIDERS_FILE", file.toString(), "SMART_SPAWN_SPAWN_MODELS", written));
    SpawnWorkerConfig pricedOnly = read(Map.of("PROVIDERS_FILE", file.toString()));

    assertThat(routes(listed).of(listed.providers().listed().get(0).model()).nativeId())
        .isEqualTo(asked);
    assertThat(routes(pricedOnly).of(CanonicalId.of(written)).nativeId()).isEqualTo(asked);
  }

  @Test
  void modelOfAServerInOpenRoutersPlaceKeepsItsCase() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("local.json"),
            "{\"prices\": {\"Qwen/Qwen3-8B\": {\"prompt\": 0, \"completion\": 0}}}");

    SpawnWorkerConfig config =
        read(
            Map.of("PROVIDERS_FILE", file.toString(), "SMART_SPAWN_SPAWN_MODELS", "Qwen/Qwen3-8B"));

    assertThat(routes(config).of(CanonicalId.of("qwen/qwen3-8b")).nativeId())
        .isEqualTo("Qwen/Qwen3-8B");
  }

  private Path providersFile() throws IOException {
    return Files.writeString(
        folder.resolve("providers.json"),
        """
        {"providers": [
           {"name": "anthropic", "prefix": "anthropic/", "baseUrl": "https://api.anthropic.com/v1",
            "keyVariable": "ANTHROPIC_API_KEY",
            "models": {"anthropic/claude-opus-4.6": "claude-opus-4-6"}},
           {"name": "ollama", "prefix": "ollama/", "baseUrl": "http://127.0.0.1:11434/v1"}],
         "prices": {"ollama/llama3.3": {"prompt": 0, "completion": 0}},
         "limits": {"ollama/llama3.3": {"contextTokens": 8192, "thinks": false}}}
        """);
  }

  private static ModelRoutes routes(SpawnWorkerConfig config) {
    return new ModelRoutes(config.providers().direct().providers(), config.providers().general());
  }

  private static SpawnWorkerConfig read(Map<String, String> values) {
    Settings settings = Settings.from(values);
    SpawnWorkerConfig config = SpawnWorkerConfig.from(settings);
    settings.rejectMistakes();
    return config;
  }
}
