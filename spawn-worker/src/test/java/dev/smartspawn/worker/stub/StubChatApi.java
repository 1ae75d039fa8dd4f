package dev.smartspawn.worker.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.trace.RequestId;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * An HTTP chat API that answers by a script and remembers its calls. It streams an answer where the
 * request asks for a stream, as real providers do.
 */
public final class StubChatApi implements AutoCloseable {

  /** Fits the largest request with its files in base64. */
  private static final long MAX_REQUEST_BYTES = 64L * 1024 * 1024;

  private final Undertow server;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private volatile Function<Call, Reply> script;

  /**
   * @param model the provider's own id
   * @param system the system messages; empty if there are none
   * @param user the user messages
   * @param authorization the header
   * @param requestId the header
   * @param files images and files as they arrived, in order
   */
  public record Call(
      String model,
      String system,
      String user,
      int maxTokens,
      String authorization,
      String requestId,
      List<ReceivedFile> files) {}

  /** An image or a file, decoded and counted. */
  public record ReceivedFile(String label, AttachmentId id, int bytes) {

    private static final String BASE64 = ";base64,";

    private static ReceivedFile of(String url) {
      int comma = url.indexOf(BASE64);
      byte[] content = Base64.getDecoder().decode(url.substring(comma + BASE64.length()));
      return new ReceivedFile(
          url.substring("data:".length(), comma), AttachmentId.of(content), content.length);
    }
  }

  /**
   * @param delayMillis the delay before the answer is sent
   */
  public record Reply(int status, String body, Map<String, String> headers, long delayMillis) {

    public Reply after(long millis) {
      return new Reply(status, body, headers, millis);
    }

    public static Reply text(String text) {
      return text(text, 10, 20);
    }

    public static Reply text(String text, int promptTokens, int completionTokens) {
      ObjectNode body = Json.MAPPER.createObjectNode();
      body.put("id", "stub").put("object", "chat.completion").put("created", 1).put("model", "m");
      ObjectNode choice = body.putArray("choices").addObject().put("index", 0);
      choice
          .put("finish_reason", "stop")
          .putObject("message")
          .put("role", "assistant")
          .put("content", text);
      body.putObject("usage")
          .put("prompt_tokens", promptTokens)
          .put("completion_tokens", completionTokens)
          .put("total_tokens", promptTokens + completionTokens);
      return new Reply(200, body.toString(), Map.of(), 0);
    }

    public static Reply error(int status, String message) {
      ObjectNode body = Json.MAPPER.createObjectNode();
      body.putObject("error").put("message", message).put("code", status);
      return new Reply(status, body.toString(), Map.of(), 0);
    }

    public static Reply raw(int status, String body, Map<String, String> headers) {
      return new Reply(status, body, headers, 0);
    }
  }

  public StubChatApi(Function<Call, Reply> script) {
    this.script = script;
    this.server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setWorkerThreads(64)
            .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, 100)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_REQUEST_BYTES)
            .setHandler(new BlockingHandler(this::answer))
            .build();
    server.start();
  }

  public void script(Function<Call, Reply> other) {
    script = other;
  }

  /** The value for {@code OPENROUTER_BASE_URL}. */
  public String baseUrl() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return "http://127.0.0.1:" + address.getPort() + "/api/v1";
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Open calls get no answer. */
  @Override
  public void close() {
    server.stop();
  }

  private void answer(HttpServerExchange exchange) throws IOException, InterruptedException {
    JsonNode json = read(exchange);
    Call call =
        new Call(
            json.path("model").asText(),
            text(json, "system"),
            text(json, "user"),
            json.path("max_tokens").asInt(),
            String.valueOf(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION)),
            String.valueOf(exchange.getRequestHeaders().getFirst(RequestId.HTTP_HEADER)),
            files(json));
    calls.add(call);
    Reply reply = script.apply(call);
    if (reply.delayMillis() > 0) {
      Thread.sleep(reply.delayMillis());
    }
    boolean streams = json.path("stream").asBoolean(false) && reply.status() == 200;
    String body = streams ? streamed(reply.body()) : reply.body();
    exchange.setStatusCode(reply.status());
    exchange
        .getResponseHeaders()
        .put(
            Headers.CONTENT_TYPE,
            body.startsWith("data:") ? "text/event-stream" : "application/json");
    reply
        .headers()
        .forEach(
            (name, value) ->
                exchange
                    .getResponseHeaders()
                    .put(io.undertow.util.HttpString.tryFromString(name), value));
    exchange.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    exchange.endExchange();
  }

  /** A whole answer as a stream, word by word; anything else as it is. */
  private static String streamed(String body) {
    JsonNode whole;
    try {
      whole = Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return body;
    }
    JsonNode message = whole.path("choices").path(0).path("message");
    if (!message.path("content").isTextual() || !whole.path("usage").isObject()) {
      return body;
    }
    StringBuilder stream = new StringBuilder();
    for (String word : message.path("content").asText().split("(?<= )")) {
      ObjectNode event = Json.MAPPER.createObjectNode();
      event.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", word);
      stream.append("data: ").append(event).append("\n\n");
    }
    ObjectNode end = Json.MAPPER.createObjectNode();
    ObjectNode choice = end.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    choice.set("finish_reason", whole.path("choices").path(0).path("finish_reason"));
    ObjectNode usage = Json.MAPPER.createObjectNode();
    usage.putArray("choices");
    usage.set("usage", whole.path("usage"));
    return stream
        .append("data: ")
        .append(end)
        .append("\n\ndata: ")
        .append(usage)
        .append("\n\ndata: [DONE]\n\n")
        .toString();
  }

  /** One large body after another, so that the test's memory suffices. */
  private synchronized JsonNode read(HttpServerExchange exchange) throws IOException {
    return Json.MAPPER.readTree(exchange.getInputStream());
  }

  private static String text(JsonNode json, String role) {
    StringBuilder text = new StringBuilder();
    for (JsonNode message : json.path("messages")) {
      if (message.path("role").asText().equals(role)) {
        text.append(message.path("content").asText());
        message.path("content").forEach(part -> text.append(part.path("text").asText()));
      }
    }
    return text.toString();
  }

  private static List<ReceivedFile> files(JsonNode json) {
    List<ReceivedFile> files = new ArrayList<>();
    for (JsonNode message : json.path("messages")) {
      for (JsonNode part : message.path("content")) {
        String url = part.at("/image_url/url").asText() + part.at("/file/file_data").asText();
        if (url.startsWith("data:")) {
          files.add(ReceivedFile.of(url));
        }
      }
    }
    return files;
  }
}
