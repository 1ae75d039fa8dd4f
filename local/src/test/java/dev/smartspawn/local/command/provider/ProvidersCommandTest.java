package dev.smartspawn.local.command.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersCommandTest {

  private static final String KEY = "sk-local-secret-key-1234";
  private static final String TOKEN = "token-of-the-gateway-5678";

  @TempDir Path folder;

  private RawChatServer server = new RawChatServer(ProvidersCommandTest::takesEverything);

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void serving(RawChatServer other) throws IOException {
    server.close();
    server = other;
  }

  private Map<String, String> settings() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("providers.yaml"),
            """
            providers:
              - name: local
                prefix: local/
                baseUrl: %s
                keyVariable: LOCAL_KEY
                headers: {X-Team: blue, X-Gateway: "Bearer ${TOKEN}"}
                trainsOnData: false
                region: EU
                models: {local/small: small-1}
            prices:
              local/small: {prompt: 1, completion: 2}
            """
                .formatted(server.baseUrl()));
    Map<String, String> settings = new HashMap<>();
    settings.put("PROVIDERS_FILE", file.toString());
    settings.put("LOCAL_KEY", KEY);
    settings.put("TOKEN", TOKEN);
    return settings;
  }

  private CommandRun run(String... arguments) throws IOException {
    CommandRun run = CommandRun.withSettings(settings(), arguments);
    assertThat(run.out() + run.err()).doesNotContain(KEY).doesNotContain(TOKEN);
    return run;
  }

  private JsonNode checked(String... arguments) throws IOException {
    return Json.MAPPER.readTree(run(arguments).out()).path(0);
  }

  @Test
  void providersAreListedWithoutTheirKeys() throws IOException {
    CommandRun run = run("providers");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains("local", "local/*", "LOCAL_KEY is set", "false", "eu", "X-Gateway, X-Team")
        .contains("openrouter", "OPENROUTER_API_KEY is not set");
  }

  @Test
  void listAsJsonMasksValuesOfVariables() throws IOException {
    JsonNode list = Json.MAPPER.readTree(run("providers", "--json").out());

    assertThat(list).hasSize(2);
    assertThat(list.at("/0/headers/X-Gateway").asText()).isEqualTo("Bearer ***");
    assertThat(list.at("/0/headers/X-Team").asText()).isEqualTo("blue");
  }

  @Test
  void checkTellsWhatAProviderTakes() throws IOException {
    CommandRun run = run("providers", "check", "local");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("1 call, at most $");
    assertThat(run.out().lines().skip(1).findFirst().orElse(""))
        .matches("local +local/small +(yes +){9}\\d+ +0\\.0001\\d*");
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).path("model").asText()).isEqualTo("small-1");
  }

  @Test
  void whatIsRefusedIsLeftOut() throws IOException {
    serving(new RawChatServer(ProvidersCommandTest::takesLittle));

    JsonNode row = checked("providers", "check", "local", "--json");

    assertThat(row.path("reachable").asBoolean()).isTrue();
    assertThat(row.at("/taken/images").asBoolean(true)).isFalse();
    assertThat(row.at("/taken/json").asBoolean(true)).isFalse();
    assertThat(row.at("/taken/systemRole").asBoolean(true)).isFalse();
    assertThat(row.at("/reported/usage").asBoolean(true)).isFalse();
    assertThat(row.has("problem")).isFalse();
  }

  @Test
  void keyThatIsRefusedIsAFailure() throws IOException {
    serving(
        new RawChatServer(
            request -> Reply.of(401, "{\"error\":{\"message\":\"bad key " + KEY + "\"}}")));

    CommandRun run = run("providers", "check", "local", "--json");
    JsonNode row = Json.MAPPER.readTree(run.out()).path(0);

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(row.path("key").asBoolean(true)).isFalse();
    assertThat(row.path("problem").asText()).contains("the key is not accepted");
  }

  @Test
  void unknownModelIsAFailure() throws IOException {
    serving(
        new RawChatServer(
            request -> Reply.of(404, "{\"error\":{\"message\":\"model not found\"}}")));

    CommandRun run = run("providers", "check", "local", "--json", "--model", "local/other");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(Json.MAPPER.readTree(run.out()).at("/0/modelKnown").asBoolean(true)).isFalse();
  }

  @Test
  void unreachableProviderIsAFailure() throws IOException {
    server.close();

    CommandRun run = run("providers", "check", "local");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).contains("local: it cannot be reached: the connection is refused");
  }

  @Test
  void providerWithoutAKeyIsNotCalled() throws IOException {
    CommandRun run = run("providers", "check");

    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("openrouter: not called: OPENROUTER_API_KEY is not set");
  }

  @Test
  void unknownNameIsNotUnderstood() throws IOException {
    CommandRun run = run("providers", "check", "locla");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .contains("there is no provider 'locla': expected one of local, openrouter");
  }

  @Test
  void mistakeInTheFileIsReported() throws IOException {
    Map<String, String> settings = settings();
    settings.remove("TOKEN");

    CommandRun run = CommandRun.withSettings(settings, "providers");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("needs the environment variable TOKEN, which is not set");
  }

  private static Reply takesEverything(JsonNode request) {
    String usage = "{\"prompt_tokens\":40,\"completion_tokens\":9,\"cost\":0.0001}";
    return request.path("stream").asBoolean(false)
        ? Reply.of(
            200,
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"prime\\\":7}\"}}]}\n\n"
                + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":"
                + usage
                + "}\n\ndata: [DONE]\n\n")
        : Reply.of(500, "{}");
  }

  /** Takes one text message of the user, and tells no usage. */
  private static Reply takesLittle(JsonNode request) {
    JsonNode messages = request.path("messages");
    if (request.has("response_format")) {
      return refusal("response_format is not supported");
    }
    if (messages.path(0).path("role").asText().equals("system")) {
      return refusal("the role system is not supported");
    }
    if (messages.path(messages.size() - 1).path("content").isArray()) {
      return refusal("content must be a string");
    }
    ObjectNode body = Json.MAPPER.createObjectNode();
    ObjectNode choice = body.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", "7");
    return Reply.of(200, body.toString());
  }

  private static Reply refusal(String message) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.putObject("error").put("message", message);
    return Reply.of(400, body.toString());
  }
}
