package dev.smartspawn.ingest;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A source's host on loopback, which serves a test's replies and misbehaves on demand. */
public final class StubHost implements AutoCloseable {

  private static final Reply NOT_FOUND = Reply.status(404);
  private static final String MOVED = "at=storage";
  private static final long SLOW_MILLIS = 150;

  private final Map<String, Function<Request, Reply>> routes = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Undertow server;
  private volatile Fault fault = Fault.NONE;

  /** A received request. */
  public record Request(String path, String query, Map<String, String> headers) {
    public int parameter(String name) {
      return Arrays.stream(query.split("&"))
          .filter(pair -> pair.startsWith(name + "="))
          .mapToInt(pair -> Integer.parseInt(pair.substring(name.length() + 1)))
          .findFirst()
          .orElseThrow();
    }
  }

  public StubHost() {
    server =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(16)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> exchange.dispatch(this::handle))
            .build();
    server.start();
  }

  public URI address() {
    InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + bound.getPort());
  }

  public StubHost route(String path, Reply reply) {
    return route(path, request -> reply);
  }

  public StubHost route(String path, Function<Request, Reply> reply) {
    routes.put(path, reply);
    return this;
  }

  public void misbehave(Fault how) {
    fault = how;
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop();
  }

  private void handle(HttpServerExchange exchange) throws IOException, InterruptedException {
    exchange.startBlocking();
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(header -> headers.put(header.getHeaderName().toString(), header.getFirst()));
    Request request = new Request(exchange.getRequestPath(), exchange.getQueryString(), headers);
    requests.add(request);
    int number = count.incrementAndGet();
    Reply reply = routes.getOrDefault(request.path(), any -> NOT_FOUND).apply(request);
    switch (fault) {
      case NONE -> send(exchange, reply);
      case SERVER_ERROR -> send(exchange, Reply.status(500));
      case TOO_MANY_REQUESTS -> send(exchange, Reply.status(429).with("Retry-After", "0"));
      case FLAKY -> send(exchange, number % 2 == 1 ? Reply.status(503) : reply);
      case MOVED -> send(exchange, request.query().contains(MOVED) ? reply : moved(request));
      case SLOW -> {
        Thread.sleep(SLOW_MILLIS);
        send(exchange, reply);
      }
      case STALL -> {
        sendHalf(exchange, reply);
        closed.await(30, TimeUnit.SECONDS);
      }
      case TRUNCATED -> {
        sendHalf(exchange, reply);
        exchange.getConnection().close();
      }
      case GARBAGE -> send(exchange, with(reply, "\u0000\u0001not the format".repeat(64)));
      case HTML ->
          send(exchange, with(reply, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
      case BLANK -> send(exchange, with(reply, ""));
    }
  }

  private static Reply moved(Request request) {
    String query = request.query().isEmpty() ? MOVED : request.query() + "&" + MOVED;
    return Reply.redirect(request.path() + "?" + query);
  }

  private static Reply with(Reply reply, String body) {
    return new Reply(
        200, reply.contentType(), body.getBytes(StandardCharsets.UTF_8), reply.headers());
  }

  private static void send(HttpServerExchange exchange, Reply reply) throws IOException {
    head(exchange, reply);
    exchange.getOutputStream().write(reply.body());
    exchange.endExchange();
  }

  private static void sendHalf(HttpServerExchange exchange, Reply reply) throws IOException {
    head(exchange, reply);
    var channel = exchange.getResponseChannel();
    ByteBuffer half = ByteBuffer.wrap(reply.body(), 0, reply.body().length / 2);
    while (half.hasRemaining()) {
      channel.write(half);
    }
    while (!channel.flush()) {
      Thread.onSpinWait();
    }
  }

  private static void head(HttpServerExchange exchange, Reply reply) {
    exchange.setStatusCode(reply.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, reply.contentType());
    reply
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.setResponseContentLength(reply.body().length);
  }
}
