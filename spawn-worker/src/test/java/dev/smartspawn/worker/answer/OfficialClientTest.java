package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import dev.smartspawn.worker.answer.ProviderAnswer.Whole;
import dev.smartspawn.worker.stub.Aimock;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the reader with the npm package {@code openai}, the official client: both read the same
 * answers, in every shape that the types of that client have. It is installed beside aimock; the
 * test skips without it.
 */
class OfficialClientTest {

  private static final Path SCRIPT = Path.of("src/test/aimock/official.mjs");
  private static final SentRequest SENT =
      new SentRequest(4096, "max_tokens", true, true, Set.of("max_tokens", "stream"));

  private static final String HEAD =
      "\"id\":\"chatcmpl-1\",\"object\":\"chat.completion%s\",\"created\":1790000000,"
          + "\"model\":\"m\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_1\"";
  private static final String USAGE =
      "{\"prompt_tokens\":20,\"completion_tokens\":16,\"total_tokens\":36,"
          + "\"prompt_tokens_details\":{\"cached_tokens\":8,\"audio_tokens\":0},"
          + "\"completion_tokens_details\":{\"reasoning_tokens\":10,\"audio_tokens\":0,"
          + "\"accepted_prediction_tokens\":2,\"rejected_prediction_tokens\":1}}";
  private static final String TOOL =
      "{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}";

  private static final Map<String, String> ANSWERS = new LinkedHashMap<>();

  static {
    whole("stop", message("\"2, 3, 5\"", ""), "stop");
    whole("length", message("\"2, 3\"", ""), "length");
    whole("filtered", message("\"2, \"", ""), "content_filter");
    whole("tool", message("null", ",\"tool_calls\":[" + TOOL + "]"), "tool_calls");
    whole("tool-and-text", message("\"2, 3, 5\"", ",\"tool_calls\":[" + TOOL + "]"), "tool_calls");
    whole(
        "function",
        message("null", ",\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}"),
        "function_call");
    whole(
        "refusal",
        "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I cannot name primes.\"}",
        "stop");
    whole(
        "annotated",
        message(
            "\"2, 3, 5\"",
            ",\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"start_index\":0,"
                + "\"end_index\":1,\"title\":\"t\",\"url\":\"http://127.0.0.1\"}}]"),
        "stop");
    whole(
        "audio",
        message(
            "null",
            ",\"audio\":{\"id\":\"a\",\"data\":\"AAAA\",\"expires_at\":1,\"transcript\":\"2, 3, 5\"}"),
        "stop");
    ANSWERS.put(
        "logprobs",
        document(
            "",
            "[{\"index\":0,\"message\":%s,\"logprobs\":{\"content\":[{\"token\":\"2\",\"logprob\":-0.1,\"bytes\":[50],\"top_logprobs\":[]}],\"refusal\":null},\"finish_reason\":\"stop\"}]"
                .formatted(message("\"2, 3, 5\"", "")),
            USAGE));
    ANSWERS.put(
        "several",
        document(
            "",
            "[{\"index\":0,\"message\":%s,\"logprobs\":null,\"finish_reason\":\"stop\"},{\"index\":1,\"message\":%s,\"logprobs\":null,\"finish_reason\":\"length\"}]"
                .formatted(message("\"2, 3, 5\"", ""), message("\"7, 11\"", "")),
            USAGE));
    ANSWERS.put(
        "no-usage", document("", choices("message", message("\"2, 3, 5\"", ""), "\"stop\""), null));
    stream(
        "text",
        USAGE,
        "stop",
        "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}",
        delta("2, "),
        delta("3, 5"));
    stream(
        "length",
        USAGE,
        "length",
        "{\"role\":\"assistant\",\"content\":\"\"}",
        delta("2, "),
        delta("3"));
    stream("filtered", USAGE, "content_filter", delta("2, "));
    stream("no-usage", null, "stop", delta("2, "), delta("3, 5"));
    stream(
        "refusal", USAGE, "stop", "{\"refusal\":\"I cannot \"}", "{\"refusal\":\"name primes.\"}");
    stream(
        "tool",
        USAGE,
        "tool_calls",
        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}");
    ANSWERS.put(
        "stream-error",
        "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\",\"param\":null,\"code\":null}}\n\n");
  }

  private static String message(String content, String more) {
    return "{\"role\":\"assistant\",\"content\":" + content + ",\"refusal\":null" + more + "}";
  }

  private static String delta(String content) {
    return "{\"content\":\"" + content + "\"}";
  }

  private static void whole(String name, String message, String reason) {
    ANSWERS.put(name, document("", choices("message", message, "\"" + reason + "\""), USAGE));
  }

  private static String choices(String field, String message, String reason) {
    return "[{\"index\":0,\"%s\":%s,\"logprobs\":null,\"finish_reason\":%s}]"
        .formatted(field, message, reason);
  }

  private static String document(String kind, String choices, String usage) {
    return "{%s,\"choices\":%s%s}"
        .formatted(HEAD.formatted(kind), choices, usage == null ? "" : ",\"usage\":" + usage);
  }

  /** With usage in a last event of its own that has no choice, as {@code include_usage} has it. */
  private static void stream(String name, String usage, String reason, String... deltas) {
    List<String> events = new ArrayList<>();
    for (String delta : deltas) {
      events.add(
          document(".chunk", choices("delta", delta, "null"), usage == null ? null : "null"));
    }
    events.add(document(".chunk", choices("delta", "{}", "\"" + reason + "\""), null));
    if (usage != null) {
      events.add(document(".chunk", "[]", usage));
    }
    events.add("[DONE]");
    StringBuilder body = new StringBuilder();
    events.forEach(event -> body.append("data: ").append(event).append("\n\n"));
    ANSWERS.put("stream-" + name, body.toString());
  }

  @TestFactory
  Stream<DynamicTest> readerAgreesWithTheOfficialClient() throws Exception {
    Assumptions.assumeTrue(
        Aimock.isInstalled() && SCRIPT.resolveSibling("node_modules/openai").toFile().exists(),
        "skipped: npm package openai is not installed here");
    return official().stream()
        .map(read -> DynamicTest.dynamicTest(read.path("name").asText(), () -> compare(read)));
  }

  private static List<JsonNode> official() throws IOException, InterruptedException {
    try (RawChatServer server =
        new RawChatServer(request -> Reply.of(200, ANSWERS.get(request.path("model").asText())))) {
      List<String> command =
          new ArrayList<>(List.of("node", SCRIPT.toString(), server.baseUrl().toString()));
      command.addAll(ANSWERS.keySet());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(output).isZero();
      List<JsonNode> read = new ArrayList<>();
      for (String line : output.lines().toList()) {
        read.add(Json.MAPPER.readTree(line));
      }
      assertThat(read).hasSameSizeAs(ANSWERS.keySet());
      return read;
    }
  }

  private static void compare(JsonNode official) {
    String body = Optional.ofNullable(ANSWERS.get(official.path("name").asText())).orElseThrow();
    ProviderAnswer ours =
        new AnswerReader(new KeyMask(List.of()), Clock.systemUTC())
            .read(ProviderResponse.of(200, body), SENT);
    if (official.has("failed")) {
      assertThat(ours).isInstanceOf(Failed.class);
      return;
    }
    String content = official.path("content").asText();
    String reason = official.path("finishReason").asText();
    if (content.isEmpty() || reason.equals("content_filter")) {
      Failed failed = (Failed) ours;
      boolean heldBack =
          reason.equals("content_filter") || !official.path("refusal").asText().isEmpty();
      assertThat(failed.kind())
          .isEqualTo(heldBack ? FailureKind.CONTENT_FILTER : FailureKind.EMPTY);
      assertThat(failed.partial()).isEqualTo(content);
      assertThat(failed.message()).contains(official.path("refusal").asText());
    } else {
      Answered answered = (Answered) ours;
      assertThat(answered.text()).isEqualTo(content);
      assertThat(answered.whole()).isEqualTo(reason.equals("length") ? Whole.CUT : Whole.YES);
    }
    assertThat(ours.usage().prompt()).isEqualTo(tokens(official, "prompt_tokens"));
    assertThat(ours.usage().completion()).isEqualTo(tokens(official, "completion_tokens"));
  }

  private static OptionalLong tokens(JsonNode official, String field) {
    JsonNode count = official.path("usage").path(field);
    return count.isNumber() ? OptionalLong.of(count.longValue()) : OptionalLong.empty();
  }
}
