package dev.smartspawn.worker.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers like query-api, from a short list of models. */
public final class StubQueryApi implements AutoCloseable {

  /** Listed best first. */
  public record Model(String id, double prompt, double completion) {}

  public static final List<Model> MODELS =
      List.of(
          new Model("anthropic/dear", 5, 25),
          new Model("openai/dear", 4, 16),
          new Model("google/middle", 2, 10),
          new Model("deepseek/cheap", 0.3, 0.9),
          new Model("qwen/cheap", 0.2, 0.6));

  private final Undertow server;

  /** From this size on, prompts cost twice as much. */
  public static final int LONG_PROMPT = 200_000;

  public static final long CONTEXT_LENGTH = 131_072;
  public static final long MAX_OUTPUT_TOKENS = 2048;

  private volatile double priceFactor = 1;
  private final Queue<String> questions = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();

  public StubQueryApi() {
    server = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(this::answer).build();
    server.start();
  }

  public URI address() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort());
  }

  /** Answers so many requests like an API whose first table of models is not complete. */
  public void notReadyFor(int requests) {
    refusals.set(requests);
  }

  /** Prices are so many times those of {@link #MODELS} from now on. */
  public void multiplyPrices(double factor) {
    priceFactor = factor;
  }

  /** Path and query of each request. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void answer(HttpServerExchange exchange) {
    questions.add(exchange.getRequestPath() + "?" + exchange.getQueryString());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    List<Model> meeting = meeting(exchange);
    ObjectNode body = Json.MAPPER.createObjectNode();
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      exchange.setStatusCode(503);
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "0");
      body.putObject("error").put("code", "not_ready").put("message", "awaiting livebench");
    } else if (meeting.isEmpty()) {
      exchange.setStatusCode(404);
      body.putObject("error").put("code", "no_model").put("message", "no model meets this");
    } else if (exchange.getRequestPath().equals("/recommend")) {
      recommend(body, meeting, Integer.parseInt(parameter(exchange, "count", "1")));
    } else {
      write(body.putObject("data"), meeting.get(0));
    }
    body.putObject("meta").put("category", "general");
    exchange.getResponseSender().send(body.toString());
  }

  private static List<Model> meeting(HttpServerExchange exchange) {
    String path = exchange.getRequestPath();
    if (path.startsWith("/models/")) {
      return MODELS.stream().filter(m -> path.endsWith(m.id())).toList();
    }
    double ceiling =
        switch (parameter(exchange, "budget", "medium")) {
          case "low" -> 1;
          case "medium" -> 5;
          default -> 20;
        };
    List<String> excluded = Arrays.asList(parameter(exchange, "exclude", "").split(","));
    return MODELS.stream().filter(m -> m.prompt() < ceiling && !excluded.contains(m.id())).toList();
  }

  private void recommend(ObjectNode body, List<Model> models, int count) {
    ArrayNode data = body.putArray("data");
    for (Model model : models.subList(0, Math.min(count, models.size()))) {
      ObjectNode recommended = data.addObject();
      write(recommended.putObject("model"), model);
      recommended.put("reason", "stub");
    }
  }

  private void write(ObjectNode node, Model model) {
    node.put("id", model.id()).put("reason", "stub");
    node.put("contextLength", CONTEXT_LENGTH).put("maxOutputTokens", MAX_OUTPUT_TOKENS);
    node.putObject("capabilities")
        .put("reasoning", false)
        .put("json", true)
        .put("vision", true)
        .put("files", true);
    ObjectNode pricing = node.putObject("pricing");
    pricing
        .put("prompt", priceFactor * model.prompt())
        .put("completion", priceFactor * model.completion());
    pricing
        .putArray("longPrompts")
        .addObject()
        .put("minTokens", LONG_PROMPT)
        .put("prompt", 2 * priceFactor * model.prompt())
        .put("completion", 2 * priceFactor * model.completion());
    node.putObject("priceFrom")
        .put("source", "raw-openrouter")
        .put("partition", 0)
        .put("offset", MODELS.indexOf(model));
  }

  private static String parameter(HttpServerExchange exchange, String name, String fallback) {
    Deque<String> values = exchange.getQueryParameters().get(name);
    return values == null ? fallback : values.getFirst();
  }
}
