package dev.smartspawn.worker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.prompt.Prompt;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of docs/providers.md, against a server that refuses what that provider refuses. */
class ProvidersPageTest {

  private static final Path PAGE = Path.of("..", "docs", "providers.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  /**
   * What a provider demands, from its documentation.
   *
   * @param name the entry's
   * @param model that is called
   * @param address path and query
   * @param headers that must arrive
   * @param tokens the name of the token limit
   * @param refused fields for which it answers 400
   */
  private record Demand(
      String name,
      String model,
      String address,
      Map<String, String> headers,
      String tokens,
      Set<String> refused) {

    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;

  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  static Stream<Demand> demands() {
    String chat = "/v1/chat/completions";
    return Stream.of(
        new Demand(
            "azure",
            "azure/gpt-5.5",
            "/openai/deployments/gpt-5-5-prod/chat/completions?api-version=2024-10-21",
            Map.of("api-key", value("AZURE_OPENAI_API_KEY")),
            "max_completion_tokens",
            Set.of()),
        bearer("anthropic", "anthropic/claude-opus-4.6", chat, "ANTHROPIC_API_KEY"),
        bearer(
            "google", "google/gemini-3.1-pro", "/v1beta/openai/chat/completions", "GEMINI_API_KEY"),
        new Demand(
            "mistral",
            "mistralai/mistral-large-2512",
            chat,
            Map.of("Authorization", "Bearer " + value("MISTRAL_API_KEY")),
            "max_tokens",
            Set.of("stream_options")),
        new Demand(
            "groq",
            "groq/gpt-oss-120b",
            "/openai/v1/chat/completions",
            Map.of("Authorization", "Bearer " + value("GROQ_API_KEY")),
            "max_completion_tokens",
            Set.of()),
        bearer("deepseek", "deepseek/deepseek-v3.2", "/chat/completions", "DEEPSEEK_API_KEY"),
        bearer("moonshot", "moonshotai/kimi-k3", chat, "MOONSHOT_API_KEY"),
        bearer("zhipu", "z-ai/glm-5.2", "/api/paas/v4/chat/completions", "ZAI_API_KEY"),
        open("ollama", "ollama/llama3.3", Set.of()),
        open("vllm", "vllm/qwen3-32b", Set.of()),
        open("llamacpp", "llamacpp/default", Set.of()),
        open("lmstudio", "lmstudio/qwen3-8b", Set.of("response_format")),
        bearer("litellm", "litellm/gpt-5.5", chat, "LITELLM_API_KEY"),
        new Demand(
            "portkey",
            "openai/gpt-5.5",
            chat,
            Map.of(
                "x-portkey-api-key",
                value("PORTKEY_API_KEY"),
                "x-portkey-provider",
                "@openai-prod"),
            "max_completion_tokens",
            Set.of()),
        new Demand(
            "portkey-gateway",
            "openai/gpt-5.5",
            chat,
            Map.of(
                "Authorization",
                "Bearer " + value("OPENAI_API_KEY"),
                "x-portkey-provider",
                "openai",
                "x-portkey-custom-host",
                "https://api.openai.com/v1"),
            "max_completion_tokens",
            Set.of("stream")),
        new Demand(
            "cloudflare",
            "openai/gpt-5.5",
            "/v1/value-of-cf-account-id/value-of-cf-gateway/compat/chat/completions",
            Map.of(
                "Authorization",
                "Bearer " + value("OPENAI_API_KEY"),
                "cf-aig-authorization",
                "Bearer " + value("CF_AIG_TOKEN")),
            "max_completion_tokens",
            Set.of()),
        new Demand(
            "helicone",
            "openai/gpt-5.5",
            chat,
            Map.of(
                "Authorization",
                "Bearer " + value("OPENAI_API_KEY"),
                "Helicone-Auth",
                "Bearer " + value("HELICONE_API_KEY")),
            "max_completion_tokens",
            Set.of()),
        bearer(
            "openrouter-private",
            "z-ai/glm-5.2",
            "/api/v1/chat/completions",
            "OPENROUTER_API_KEY"));
  }

  private static Demand bearer(String name, String model, String address, String variable) {
    return new Demand(
        name,
        model,
        address,
        Map.of("Authorization", "Bearer " + value(variable)),
        "max_tokens",
        name.equals("anthropic") ? Set.of("response_format") : Set.of());
  }

  private static Demand open(String name, String model, Set<String> refused) {
    return new Demand(name, model, "/v1/chat/completions", Map.of(), "max_tokens", refused);
  }

  @ParameterizedTest
  @MethodSource("demands")
  void entryIsWhatTheProviderDemands(Demand demand) throws IOException {
    server.createContext("/", exchange -> answer(exchange, demand));
    Provider provider = onTheServer(entry(demand.name()));
    CanonicalId model = CanonicalId.of(demand.model());
    assertThat(provider.serves(model)).isTrue();

    try (HttpChatApi api = new HttpChatApi(provider.secrets().toList(), Clock.systemUTC())) {
      ModelRoute route = new ModelRoute(provider, model, provider.nativeId(model));
      ProviderAnswer first = call(api, route);
      // What a provider refuses for a parameter is asked again without it.
      ProviderAnswer answer = first instanceof Answered ? first : call(api, route);

      assertThat(answer).isInstanceOf(Answered.class);
      assertThat(((Answered) answer).text()).isEqualTo("2, 3, 5");
    }
    JsonNode body = bodies.get(bodies.size() - 1);
    assertThat(body.path(demand.tokens()).asInt()).isEqualTo(50);
    assertThat(body.path("model").asText()).isEqualTo(provider.nativeId(model));
    if (demand.name().equals("openrouter-private")) {
      assertThat(body.at("/provider/data_collection").asText()).isEqualTo("deny");
    }
  }

  @Test
  void everyEntryIsTried() throws IOException {
    assertThat(blocks()).hasSameSizeAs(demands().toList()).hasSizeGreaterThanOrEqualTo(16);
  }

  private static ProviderAnswer call(HttpChatApi api, ModelRoute route) {
    return api.complete(
        new ModelCall(
            route,
            Prompt.of("be brief", "Name three primes."),
            50,
            Prompt.Reply.JSON,
            Duration.ofSeconds(10),
            new RequestId("from-a-test"),
            close -> () -> {}));
  }

  private void answer(HttpExchange exchange, Demand demand) throws IOException {
    JsonNode body = Json.MAPPER.readTree(exchange.getRequestBody());
    bodies.add(body);
    Optional<String> missing =
        demand.headers().entrySet().stream()
            .filter(
                header ->
                    !header
                        .getValue()
                        .equals(exchange.getRequestHeaders().getFirst(header.getKey())))
            .map(Map.Entry::getKey)
            .findFirst();
    Optional<String> refused = demand.refused().stream().filter(body::has).findFirst();
    if (!exchange.getRequestURI().toString().equals(demand.address())) {
      send(exchange, 404, error("no such address: " + exchange.getRequestURI()));
    } else if (missing.isPresent()) {
      send(exchange, 401, error("missing header " + missing.get()));
    } else if (refused.isPresent()) {
      send(exchange, 400, error("Unrecognized request argument supplied: " + refused.get()));
    } else {
      send(
          exchange,
          200,
          "{\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
              + "\"content\":\"2, 3, 5\"}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":7}}");
    }
  }

  private static String error(String message) {
    return "{\"error\":{\"message\":\"%s\"}}".formatted(message);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** The same provider, whose address leads to the server of this test. */
  private Provider onTheServer(Provider provider) {
    URI base = provider.baseUrl();
    return new Provider(
        provider.name(),
        provider.prefix(),
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base.getPath()),
        provider.key(),
        provider.keyVariable(),
        provider.maxTokensParameter(),
        provider.dialect(),
        provider.policy(),
        Map.of(
            CanonicalId.of("azure/gpt-5.5"), provider.nativeId(CanonicalId.of("azure/gpt-5.5")),
            CanonicalId.of("openai/gpt-5.5"), provider.nativeId(CanonicalId.of("openai/gpt-5.5"))));
  }

  private Provider entry(String name) throws IOException {
    List<Provider> found = new ArrayList<>();
    for (String block : blocks()) {
      Path file = Files.writeString(folder.resolve("providers.yaml"), block);
      ProvidersFile.read(file, variable -> Optional.of(value(variable))).providers().stream()
          .filter(provider -> provider.name().equals(name))
          .forEach(found::add);
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String value(String variable) {
    return "value-of-" + variable.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
