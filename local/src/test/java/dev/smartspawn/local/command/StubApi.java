package dev.smartspawn.local.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A REST API that answers what a test tells it to, and remembers what it was asked. */
public final class StubApi implements AutoCloseable {

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();

  public StubApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + body);
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          Queue<Answer> prepared = answers.get(exchange.getRequestURI().getPath());
          Answer answer = prepared.size() > 1 ? prepared.poll() : prepared.peek();
          byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Several answers to one path are given in turn; the last one again and again. */
  public StubApi answering(String path, int status, String body) {
    answers
        .computeIfAbsent(path, unused -> new ArrayDeque<>())
        .add(new Answer(status, body.replace('\'', '"')));
    return this;
  }

  public List<String> asked() {
    return asked;
  }

  /** The Authorization header of each request. */
  public List<String> keys() {
    return keys;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
