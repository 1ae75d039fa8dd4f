package dev.smartspawn.worker.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.worker.stub.RawChatServer;
import dev.smartspawn.worker.stub.RawChatServer.Reply;
import dev.smartspawn.worker.stub.TestModels;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider that keeps books of its own. It works, fails, breaks off and reports figures at random
 * in the ways that providers do, and writes down what each request costs its customer. Its tokens
 * are its own: never more than the prompt's bytes, and never more written than asked for.
 */
final class BillingServer implements AutoCloseable {

  /** The task of a spawn contains its id, so that the books can be kept by spawn. */
  static final Pattern SPAWN = Pattern.compile("run-\\d+");

  private final RawChatServer server = new RawChatServer(this::answer);
  private final Map<String, List<Usd>> bills = new HashMap<>();
  private final Random random;

  BillingServer(long seed) {
    random = new Random(seed);
  }

  URI baseUrl() {
    return server.baseUrl();
  }

  /** What each request of a spawn cost, in the order in which the requests came. */
  synchronized List<Usd> bills(String spawn) {
    return List.copyOf(bills.getOrDefault(spawn, List.of()));
  }

  @Override
  public void close() throws java.io.IOException {
    server.close();
  }

  private synchronized Reply answer(JsonNode request) {
    Work work = new Work(request);
    Matcher spawn = SPAWN.matcher(request.toString());
    if (!spawn.find()) {
      throw new AssertionError("a request names no spawn: " + request);
    }
    Reply reply = work.reply(random.nextInt(100));
    bills.computeIfAbsent(spawn.group(), unknown -> new ArrayList<>()).add(work.bill);
    return reply;
  }

  /** What the provider does with one request. */
  private final class Work {

    private final ModelPrice price;
    private final boolean streams;
    private final int maxTokens;
    private final String text;
    private final long read;
    private long written;
    private Usd bill = Usd.ZERO;

    Work(JsonNode request) {
      price = new TestModels().named(CanonicalId.of(request.path("model").asText())).price();
      streams = request.path("stream").asBoolean(false);
      maxTokens = request.path("max_tokens").asInt();
      String prompt = request.path("messages").findValuesAsText("content").toString();
      read = 1 + random.nextInt(prompt.getBytes(StandardCharsets.UTF_8).length);
      text = "word ".repeat(1 + random.nextInt(40)).strip();
      written = 1 + random.nextInt(text.length());
    }

    Reply reply(int dice) {
      if (dice < 40) {
        return worked(usage());
      } else if (dice < 50) {
        return worked(withCost());
      } else if (dice < 62) {
        return worked(figuresThatCannotBeTrue());
      } else if (dice < 66) {
        written = 1 + random.nextInt(maxTokens); // thinking that nobody sees
        return worked(null);
      } else if (dice < 70) {
        return thinksOnly();
      } else if (dice < 76) {
        return breaksOff();
      } else if (dice < 80) {
        return failsAfterWork();
      } else if (dice < 88) {
        return hasAnError();
      }
      return refuses(dice);
    }

    private Reply worked(JsonNode usage) {
      if (bill.equals(Usd.ZERO)) {
        bill = atListPrice();
      }
      return send(text, "stop", usage);
    }

    private Usd atListPrice() {
      return price.costOf(new TokenUsage(read, written));
    }

    private ObjectNode usage() {
      ObjectNode usage = Json.MAPPER.createObjectNode();
      switch (random.nextInt(5)) {
        case 0 -> usage.put("input_tokens", read).put("output_tokens", written);
        case 1 -> usage.put("prompt_tokens", read).put("total_tokens", read + written);
        case 2 -> {
          long hidden = 1 + random.nextInt(100);
          usage.put("prompt_tokens", read).put("completion_tokens", written);
          usage.putObject("completion_tokens_details").put("reasoning_tokens", hidden + written);
          written += hidden + written;
        }
        case 3 -> usage.put("prompt_tokens", read + ".0").put("completion_tokens", "" + written);
        default -> usage.put("prompt_tokens", read).put("completion_tokens", written);
      }
      return usage;
    }

    /** A cost of its own: a discount, a gateway's share, or the user's own key at the maker. */
    private ObjectNode withCost() {
      Usd list = atListPrice();
      long share = list.centMillionths() / 2 + 1 + random.nextInt(1000);
      bill = new Usd(Math.min(share, list.centMillionths() + 1));
      ObjectNode usage = Json.MAPPER.createObjectNode();
      usage.put("prompt_tokens", read).put("completion_tokens", written);
      if (random.nextBoolean()) {
        usage.put("cost", bill.toDollars());
      } else {
        usage.put("cost", 0).put("is_byok", true);
        usage.putObject("cost_details").put("upstream_inference_cost", bill.toDollars());
      }
      return usage;
    }

    private JsonNode figuresThatCannotBeTrue() {
      ObjectNode usage = Json.MAPPER.createObjectNode();
      switch (random.nextInt(6)) {
        case 0 -> usage.put("prompt_tokens", 0).put("completion_tokens", 0);
        case 1 -> usage.put("prompt_tokens", -read).put("completion_tokens", -1_000_000_000L);
        case 2 -> usage.put("prompt_tokens", Long.MAX_VALUE).put("completion_tokens", written);
        case 3 ->
            usage.put("prompt_tokens", read).put("completion_tokens", written).put("cost", 1e12);
        case 4 -> usage.put("prompt_tokens", read).put("completion_tokens", written).put("cost", 0);
        default ->
            usage.put("prompt_tokens", read).put("completion_tokens", "many").put("cost", -5);
      }
      return usage;
    }

    private Reply thinksOnly() {
      written = maxTokens;
      bill = atListPrice();
      ObjectNode usage = Json.MAPPER.createObjectNode();
      usage.put("prompt_tokens", read).put("completion_tokens", written);
      return send("", "length", random.nextBoolean() ? usage : null);
    }

    /** The connection ends early, and the provider charges what it did. */
    private Reply breaksOff() {
      written = 1 + random.nextInt(maxTokens);
      bill = random.nextBoolean() ? atListPrice() : Usd.ZERO;
      String half = body(text, "stop", null);
      return random.nextBoolean()
          ? Reply.hangUp()
          : Reply.part(200, half.substring(0, half.length() / 2), half.length());
    }

    private Reply failsAfterWork() {
      bill = random.nextBoolean() ? atListPrice() : Usd.ZERO;
      int[] gaveUp = {408, 499, 504, 524};
      return switch (random.nextInt(3)) {
        case 0 -> Reply.of(gaveUp[random.nextInt(gaveUp.length)], "<html>too late</html>");
        case 1 -> Reply.of(200, random.nextBoolean() ? "null" : "<html></html>");
        default -> send("", "stop", null);
      };
    }

    /** An error in a success, with or without a bill. */
    private Reply hasAnError() {
      ObjectNode body = Json.MAPPER.createObjectNode();
      body.putObject("error").put("code", 502).put("message", "the model went away");
      if (random.nextBoolean()) {
        body.set("usage", withCost());
      } else if (random.nextBoolean()) {
        bill = atListPrice();
        body.putArray("choices").addObject().putObject("message").put("content", text);
      }
      return Reply.of(200, body.toString());
    }

    private Reply refuses(int dice) {
      return switch (dice % 6) {
        case 0 -> Reply.of(429, "slow down");
        case 1 -> Reply.of(503, "");
        case 2 -> Reply.of(400, "{\"error\":\"something is wrong\"}");
        case 3 -> Reply.of(404, "no such model");
        case 4 -> Reply.of(403, "{\"error\":{\"message\":\"flagged by moderation\"}}");
        default -> Reply.of(500, "<html>");
      };
    }

    private Reply send(String content, String reason, JsonNode usage) {
      return Reply.of(200, body(content, reason, usage));
    }

    private String body(String content, String reason, JsonNode usage) {
      ObjectNode whole = Json.MAPPER.createObjectNode();
      ObjectNode choice = whole.putArray("choices").addObject();
      boolean stream = streams && random.nextBoolean();
      choice.putObject(stream ? "delta" : "message").put("content", content);
      choice.put("finish_reason", reason);
      if (usage != null) {
        whole.set("usage", usage);
      }
      return stream ? "data: " + whole + "\n\ndata: [DONE]\n\n" : whole.toString();
    }
  }
}
