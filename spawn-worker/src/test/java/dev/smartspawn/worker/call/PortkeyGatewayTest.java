package dev.smartspawn.worker.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.worker.mode.SpawnPolicy;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.provider.ModelRoutes;
import dev.smartspawn.worker.provider.Provider;
import dev.smartspawn.worker.provider.ProvidersFile;
import dev.smartspawn.worker.stub.PortkeyGateway;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spawns through a real gateway, by the entry for it in the documents. */
class PortkeyGatewayTest {

  private static final String KEY = "sk-behind-the-gateway-1";
  private static final Path PAGE = Path.of("../docs/providers.md");

  @TempDir Path folder;

  private @Nullable PortkeyGateway gateway;
  private @Nullable RawChatServer server;
  private volatile Function<JsonNode, Reply> script = request -> answer("2, 3, 5");

  @BeforeEach
  void start() throws IOException {
    gateway = PortkeyGateway.start(folder);
    server = new RawChatServer(request -> script.apply(request));
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
    if (gateway != null) {
      gateway.close();
    }
  }

  /** The documents' entry, whose two addresses lead to the gateway and the server of this test. */
  private List<Provider> entry() throws IOException {
    String page = Files.readString(PAGE);
    int name = page.indexOf("- name: portkey-gateway");
    String block =
        page.substring(page.lastIndexOf("```yaml\n", name) + 8, page.indexOf("```", name));
    assertThat(block).contains("http://127.0.0.1:8787/v1", "https://api.openai.com/v1");
    Path file =
        Files.writeString(
            folder.resolve("providers.yaml"),
            block
                .replace("http://127.0.0.1:8787/v1", gateway().baseUrl().toString())
                .replace("https://api.openai.com/v1", server().baseUrl().toString()));
    return ProvidersFile.read(file, variable -> Optional.of(KEY)).providers();
  }

  private PortkeyGateway gateway() {
    return Objects.requireNonNull(gateway);
  }

  private RawChatServer server() {
    return Objects.requireNonNull(server);
  }

  private SpawnResult run(String privacy) throws IOException {
    ModelRoutes routes =
        new ModelRoutes(
            entry(),
            Provider.openRouter(URI.create("http://127.0.0.1:1/v1"), Optional.empty(), "NO_KEY"));
    ObjectNode request = Json.MAPPER.createObjectNode().put("task", "Name three primes.");
    request.put("timeoutSeconds", 10);
    if (!privacy.isEmpty()) {
      request.set("privacy", Json.MAPPER.readTree(privacy));
    }
    try (HttpChatApi chat = new HttpChatApi(List.of(KEY), Clock.systemUTC())) {
      Workbench bench =
          new Workbench(
              new TestModels(),
              chat,
              () -> routes,
              new SpawnPolicy(Usd.of("1"), Unjudged.ESCALATE, PrivacyRule.NONE));
      return bench.run(new SpawnId("job-1"), SpawnRequest.of(request));
    }
  }

  @Test
  void gatewayPassesRequestAndAnswerOn() throws IOException {
    SpawnResult result = run("");

    assertThat(result.answer()).isEqualTo("2, 3, 5");
    assertThat(result.tokens().prompt()).isEqualTo(9);
    assertThat(result.tokens().completion()).isEqualTo(7);
    JsonNode arrived = server().requests().get(0);
    assertThat(arrived.path("model").asText()).isEqualTo("dear");
    assertThat(arrived.path("max_completion_tokens").asInt()).isPositive();
    assertThat(arrived.path("messages").toString()).contains("Name three primes.");
  }

  @Test
  void failuresBehindTheGatewayAreReadAsSuch() throws IOException {
    script = request -> Reply.of(402, "{\"error\":{\"message\":\"no credit for " + KEY + "\"}}");

    SpawnResult result = run("");

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons().toString()).contains("no credit for ***").doesNotContain(KEY);
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void gatewayWhoseEntrySaysNothingIsForbidden() throws IOException {
    SpawnResult result =
        run("{\"dataCollection\":\"deny\",\"providers\":{\"ignore\":[\"openrouter\"]}}");

    assertThat(result.status()).isEqualTo(SpawnStatus.FAILED);
    assertThat(result.reasons().toString())
        .contains("portkey-gateway: its entry does not say whether it trains on data");
    assertThat(server().requests()).isEmpty();
  }

  private static Reply answer(String content) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.put("id", "x").put("object", "chat.completion").put("created", 1).put("model", "m");
    ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
    choice.put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    body.putObject("usage")
        .put("prompt_tokens", 9)
        .put("completion_tokens", 7)
        .put("total_tokens", 16);
    return Reply.of(200, body.toString());
  }
}
