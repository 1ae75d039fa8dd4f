package dev.smartspawn.local.command.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves a {@link DayFolder} in this process, at the paths of the real sources. */
final class LocalDaySources implements DaySources {

  private static final String RELEASES = "/fboulnois/llm-leaderboard-csv/releases/download/";
  private static final String LATEST = "lmarena/latest.json";
  private static final String ROWS = "hf-leaderboard/rows.json";
  private static final int ROWS_AT_MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("(offset|length)=(\\d{1,9})");

  private final DayFolder days;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private volatile Map<String, byte[]> answers = Map.of();
  private volatile Leaderboard rows = new Leaderboard(null);

  /** The rows of the HF leaderboard, which are asked for page by page. */
  private record Leaderboard(@Nullable JsonNode all) {}

  private LocalDaySources(DayFolder days, HttpServer server) {
    this.days = days;
    this.server = server;
  }

  /** On a free loopback port, at the first day. */
  static LocalDaySources start(DayFolder days) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      LocalDaySources sources = new LocalDaySources(days, HttpServer.create(any, 0));
      sources.show(days.days().get(0));
      sources.server.createContext("/", sources::answer);
      sources.server.setExecutor(sources.threads);
      sources.server.start();
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot serve the days", e);
    }
  }

  @Override
  public String url() {
    return "http://%s:%d"
        .formatted(server.getAddress().getHostString(), server.getAddress().getPort());
  }

  @Override
  public void show(LocalDate day) {
    try {
      rows = new Leaderboard(json(day, ROWS).orElse(null));
      answers = answers(day);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s of %s".formatted(day, days.folder()), e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Map<String, byte[]> answers(LocalDate day) throws IOException {
    Map<String, byte[]> answers = new HashMap<>();
    put(answers, day, "/api/v1/models", "openrouter/models.json");
    put(answers, day, "/api/v2/data/llms/models", "artificial-analysis/models.json");
    put(
        answers,
        day,
        "/datasets/livebench/model_judgment/resolve/main/data/leaderboard-00000-of-00001.parquet",
        "livebench/leaderboard-00000-of-00001.parquet");
    put(answers, day, "/repos/fboulnois/llm-leaderboard-csv/releases/latest", LATEST);
    String release = json(day, LATEST).map(latest -> latest.path("tag_name").asText()).orElse("");
    for (String board : new String[] {"lmarena_text.csv", "lmarena_vision.csv"}) {
      put(answers, day, RELEASES + release + "/" + board, "lmarena/" + board);
    }
    for (String board : days.boards(day)) {
      put(
          answers,
          day,
          "/datasets/lmarena-ai/leaderboard-dataset/resolve/main/%s/latest-00000-of-00001.parquet"
              .formatted(board),
          "lmarena/dataset/%s.parquet".formatted(board));
    }
    return answers;
  }

  private void put(Map<String, byte[]> answers, LocalDate day, String path, String name)
      throws IOException {
    Optional<Path> file = days.file(day, name);
    if (file.isPresent()) {
      answers.put(path, Files.readAllBytes(file.get()));
    }
  }

  private Optional<JsonNode> json(LocalDate day, String name) throws IOException {
    Optional<Path> file = days.file(day, name);
    return file.isPresent()
        ? Optional.of(Json.MAPPER.readTree(file.get().toFile()))
        : Optional.empty();
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    JsonNode leaderboard = rows.all();
    byte[] body =
        uri.getPath().equals("/rows") && leaderboard != null
            ? page(leaderboard, uri.getQuery() == null ? "" : uri.getQuery())
            : answers.get(uri.getPath());
    try (exchange) {
      if (body == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.getResponseHeaders().set("Content-Type", type(uri.getPath()));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static byte[] page(JsonNode leaderboard, String query) {
    int offset = 0;
    int length = ROWS_AT_MOST;
    Matcher numbers = NUMBER.matcher(query);
    while (numbers.find()) {
      int number = Integer.parseInt(numbers.group(2));
      if (numbers.group(1).equals("offset")) {
        offset = number;
      } else {
        length = Math.min(ROWS_AT_MOST, number);
      }
    }
    JsonNode all = leaderboard.path("rows");
    ArrayNode rows = Json.MAPPER.createArrayNode();
    for (int row = offset; row < Math.min(all.size(), offset + length); row++) {
      rows.add(all.get(row));
    }
    ObjectNode page = Json.MAPPER.createObjectNode();
    page.set("rows", rows);
    page.set("num_rows_total", leaderboard.path("num_rows_total"));
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String type(String path) {
    return path.endsWith(".parquet")
        ? "application/octet-stream"
        : path.endsWith(".csv") ? "text/csv" : "application/json";
  }
}
