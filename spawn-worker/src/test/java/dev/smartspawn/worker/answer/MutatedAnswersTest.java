package dev.smartspawn.worker.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.worker.answer.ProviderAnswer.Answered;
import dev.smartspawn.worker.answer.ProviderAnswer.Failed;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Differential test: answers in the shapes of eight kinds of servers, of which the text is known,
 * with random fields changed, removed, renamed or repeated. Whatever comes of it, nothing is
 * thrown, no figure is negative or absurd, and a text that is still there is not lost.
 */
class MutatedAnswersTest {

  private static final int ANSWERS = 20_000;
  private static final String TEXT =
      "The first three primes are 2, 3 and 5: \"quoted\", \u00e9\u4e2d\uD83D\uDE00.";
  private static final SentRequest SENT =
      new SentRequest(4096, "max_tokens", true, true, Set.of("max_tokens", "stream"));

  /** Fields without which the text is not there, or is not the answer. */
  private static final Set<String> CARRY_THE_TEXT =
      Set.of(
          "choices",
          "message",
          "delta",
          "content",
          "text",
          "type",
          "index",
          "error",
          "finish_reason",
          "role");

  private final AnswerReader reader = new AnswerReader(new KeyMask(List.of()), Clock.systemUTC());

  @Test
  void noMutationThrowsOrChargesAnUntrueSumOrLosesTheText() {
    Random random = new Random(20260901);
    int answered = 0;
    for (int i = 0; i < ANSWERS; i++) {
      Shape shape = SHAPES.get(i % SHAPES.size());
      List<ObjectNode> events = shape.events().stream().map(MutatedAnswersTest::parsed).toList();
      boolean textTouched = false;
      for (int n = random.nextInt(4); n > 0; n--) {
        textTouched |= mutate(events.get(random.nextInt(events.size())), random);
      }
      String body = shape.body(events);
      boolean cutOff = random.nextInt(10) == 0;
      String sent = cutOff ? body.substring(0, random.nextInt(body.length())) : body;
      int status = random.nextInt(20) == 0 ? 100 + random.nextInt(500) : 200;

      ProviderAnswer answer = reader.read(response(status, sent), SENT);

      check(answer, shape + "\n" + sent);
      if (status == 200 && !cutOff && !textTouched) {
        assertThat(answer).as(sent).isInstanceOf(Answered.class);
        assertThat(((Answered) answer).text()).as(sent).isEqualTo(TEXT);
        answered++;
      }
    }
    assertThat(answered).isGreaterThan(ANSWERS / 4);
  }

  private static void check(ProviderAnswer answer, String what) {
    ReportedUsage usage = answer.usage();
    usage.prompt().ifPresent(tokens -> assertPlausible(tokens, what));
    usage.completion().ifPresent(tokens -> assertPlausible(tokens, what));
    usage
        .cost()
        .ifPresent(
            cost -> {
              assertThat(cost.isAbove(Usd.of(BigDecimal.valueOf(2000)))).as(what).isFalse();
              assertThat(Usd.ZERO.isAbove(cost)).as(what).isFalse();
            });
    if (answer instanceof Answered good) {
      assertThat(good.text()).as(what).isNotBlank();
    } else if (answer instanceof Failed failed) {
      assertThat(failed.message()).as(what).isNotBlank().hasSizeLessThan(500);
      assertThat(failed.message()).as(what).doesNotContain("Exception", "com.fasterxml", "java.");
    }
  }

  private static void assertPlausible(long tokens, String what) {
    assertThat(tokens).as(what).isBetween(0L, 2 * ReportedUsage.MOST_TOKENS);
  }

  private static ProviderResponse response(int status, String body) {
    return new ProviderResponse(
        status,
        Map.of("Content-Type", List.of("application/json")),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Changes one random field. Returns whether the answer's text may be lost by it. */
  private static boolean mutate(JsonNode root, Random random) {
    List<ObjectNode> objects = new ArrayList<>();
    collect(root, objects);
    ObjectNode object = objects.get(random.nextInt(objects.size()));
    List<String> fields = new ArrayList<>();
    object.fieldNames().forEachRemaining(fields::add);
    if (fields.isEmpty() || random.nextInt(5) == 0) {
      object.set("surprise_" + random.nextInt(100), value(random));
      return false;
    }
    String field = fields.get(random.nextInt(fields.size()));
    switch (random.nextInt(3)) {
      case 0 -> object.remove(field);
      case 1 -> object.set(field + "_v2", object.remove(field));
      default -> object.set(field, value(random));
    }
    return CARRY_THE_TEXT.contains(field);
  }

  private static void collect(JsonNode node, List<ObjectNode> objects) {
    if (node.isObject()) {
      objects.add((ObjectNode) node);
    }
    node.forEach(child -> collect(child, objects));
  }

  private static JsonNode value(Random random) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (random.nextInt(14)) {
      case 0 -> json.nullNode();
      case 1 -> json.textNode("");
      case 2 -> json.textNode("unexpected \uD800 text");
      case 3 -> json.numberNode(-1 - random.nextInt(100_000));
      case 4 -> BigIntegerNode.valueOf(BigInteger.TWO.pow(63 + random.nextInt(200)));
      case 5 -> DecimalNode.valueOf(new BigDecimal("1e" + (300 + random.nextInt(1000))));
      case 6 -> json.numberNode(0.1 + random.nextDouble());
      case 7 -> json.booleanNode(random.nextBoolean());
      case 8 -> json.objectNode();
      case 9 -> json.arrayNode();
      case 10 -> nested(random.nextInt(300));
      case 11 -> json.textNode("12");
      case 12 -> json.numberNode(0);
      default -> json.objectNode().put("message", "odd").put("code", random.nextInt(1000));
    };
  }

  private static ArrayNode nested(int depth) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < depth; i++) {
      ArrayNode outer = JsonNodeFactory.instance.arrayNode();
      outer.add(node);
      node = outer;
    }
    return node;
  }

  private static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json.replace("TEXT", text()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text() {
    return TEXT.replace("\"", "\\\"");
  }

  /**
   * @param streamed whether each event is sent by itself
   */
  private record Shape(String server, boolean streamed, List<String> events) {

    String body(List<ObjectNode> sent) {
      if (!streamed) {
        return sent.get(0).toString();
      }
      StringBuilder body = new StringBuilder(": processing\n\n");
      sent.forEach(event -> body.append("data: ").append(event).append("\n\n"));
      return body.append("data: [DONE]\n\n").toString();
    }

    @Override
    public String toString() {
      return server + (streamed ? ", streamed" : "");
    }
  }

  /** Authored from the servers' documentation of their answers. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              "OpenAI",
              false,
              List.of(
                  """
                  {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","service_tier":"default",
                   "choices":[{"index":0,"message":{"role":"assistant","content":"TEXT","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],
                   "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},
                            "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0}}}""")),
          new Shape(
              "OpenAI",
              true,
              List.of(
                  "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}],\"usage\":null}",
                  "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"TEXT\"},\"finish_reason\":null}],\"usage\":null}",
                  "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":null}",
                  "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":10,\"total_tokens\":29}}")),
          new Shape(
              "Anthropic's compatible endpoint",
              false,
              List.of(
                  """
                  {"id":"msg_1","choices":[{"finish_reason":"stop","index":0,"message":{"content":"TEXT","role":"assistant"}}],
                   "created":1,"model":"m","object":"chat.completion","usage":{"completion_tokens":10,"prompt_tokens":19,"total_tokens":29}}""")),
          new Shape(
              "OpenRouter",
              false,
              List.of(
                  """
                  {"id":"gen-1","provider":"Z","model":"m","object":"chat.completion","created":1,
                   "choices":[{"logprobs":null,"finish_reason":"stop","native_finish_reason":"stop","index":0,
                               "message":{"role":"assistant","content":"TEXT","refusal":null,"reasoning":"short","reasoning_details":[{"type":"reasoning.text","text":"short"}]}}],
                   "usage":{"prompt_tokens":19,"completion_tokens":30,"total_tokens":49,"cost":0.00012,"is_byok":false,
                            "cost_details":{"upstream_inference_cost":null},"completion_tokens_details":{"reasoning_tokens":20}}}""")),
          new Shape(
              "OpenRouter",
              true,
              List.of(
                  "{\"id\":\"g\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"reasoning\":\"short\"},\"finish_reason\":null}]}",
                  "{\"id\":\"g\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"TEXT\"},\"finish_reason\":null}]}",
                  "{\"id\":\"g\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":30,\"cost\":0.00012}}")),
          new Shape(
              "Azure",
              true,
              List.of(
                  "{\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":{\"hate\":{\"filtered\":false,\"severity\":\"safe\"}}}]}",
                  "{\"choices\":[{\"content_filter_results\":{\"hate\":{\"filtered\":false}},\"delta\":{\"content\":\"TEXT\"},\"finish_reason\":null,\"index\":0}]}",
                  "{\"choices\":[{\"content_filter_offsets\":{\"check_offset\":1},\"delta\":{},\"finish_reason\":\"stop\",\"index\":0}],\"usage\":null}",
                  "{\"choices\":[],\"usage\":{\"completion_tokens\":10,\"prompt_tokens\":19,\"total_tokens\":29}}")),
          new Shape(
              "Ollama",
              false,
              List.of(
                  """
                  {"id":"chatcmpl-2","object":"chat.completion","created":1,"model":"llama3.3","system_fingerprint":"fp_ollama",
                   "choices":[{"index":0,"message":{"role":"assistant","content":"TEXT"},"finish_reason":"stop"}],
                   "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}}""")),
          new Shape(
              "vLLM",
              false,
              List.of(
                  """
                  {"id":"chatcmpl-3","object":"chat.completion","created":1,"model":"m",
                   "choices":[{"index":0,"message":{"role":"assistant","reasoning_content":null,"content":"TEXT","tool_calls":[]},
                               "logprobs":null,"finish_reason":"stop","stop_reason":null}],
                   "usage":{"prompt_tokens":19,"total_tokens":29,"completion_tokens":10,"prompt_tokens_details":null},"prompt_logprobs":null}""")),
          new Shape(
              "llama.cpp",
              false,
              List.of(
                  """
                  {"choices":[{"finish_reason":"stop","index":0,"message":{"role":"assistant","content":"<think>short</think>TEXT"}}],
                   "created":1,"model":"m","object":"chat.completion","usage":{"completion_tokens":10,"prompt_tokens":19,"total_tokens":29},
                   "timings":{"prompt_n":19,"prompt_ms":20.5,"predicted_n":10,"predicted_ms":90.1}}""")),
          new Shape(
              "DeepSeek",
              true,
              List.of(
                  "{\"id\":\"d\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null,\"reasoning_content\":\"short\"},\"finish_reason\":null}]}",
                  "{\"id\":\"d\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"TEXT\",\"reasoning_content\":null},\"finish_reason\":null}]}",
                  "{\"id\":\"d\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\",\"reasoning_content\":null},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":30,\"prompt_cache_hit_tokens\":0,\"completion_tokens_details\":{\"reasoning_tokens\":20}}}")),
          new Shape(
              "Moonshot",
              true,
              List.of(
                  "{\"id\":\"k\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"TEXT\"},\"finish_reason\":null}]}",
                  "{\"id\":\"k\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\",\"usage\":{\"prompt_tokens\":19,\"completion_tokens\":10,\"total_tokens\":29}}]}")),
          new Shape(
              "Zhipu",
              false,
              List.of(
                  """
                  {"id":"z","request_id":"z","created":1,"model":"glm","choices":[{"index":0,"finish_reason":"stop",
                   "message":{"role":"assistant","content":"TEXT","reasoning_content":"short"}}],
                   "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,"prompt_tokens_details":{"cached_tokens":3}},"web_search":[]}""")));
}
