package dev.smartspawn.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.change.ChangeHistory;
import dev.smartspawn.query.cost.CostTables;
import dev.smartspawn.query.http.guard.ApiKeys;
import dev.smartspawn.query.http.server.HttpMetrics;
import dev.smartspawn.query.http.server.HttpServer;
import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.refresh.RefreshControl;
import dev.smartspawn.query.refresh.RefreshDecision;
import dev.smartspawn.query.spawnlog.ReportSink;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.trace.RequestId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The real HTTP layer on a free port, over a view that a test authored. */
public final class ApiUnderTest implements AutoCloseable {

  private static final int SOCKET_TIMEOUT_MILLIS = 10_000;

  /** More than any test writes. */
  private static final int WRITES_PER_MINUTE = 100_000;

  /** Every source is pulled. */
  public static final RefreshControl REFRESHES =
      (command, requestId) ->
          RefreshDecision.of(command, Freshness.NONE, Instant.EPOCH, Duration.ofMinutes(5));

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;

  public ApiUnderTest(
      Supplier<ModelView> views, RefreshControl refreshes, Supplier<Readiness> readiness) {
    this(config(0), views, refreshes, ApiUnderTest::unexpected, readiness);
  }

  ApiUnderTest(
      QueryApiConfig config,
      Supplier<ModelView> views,
      RefreshControl refreshes,
      Supplier<Readiness> readiness) {
    this(config, views, refreshes, ApiUnderTest::unexpected, readiness);
  }

  ApiUnderTest(
      Supplier<ModelView> views,
      RefreshControl refreshes,
      ReportSink reports,
      Supplier<Readiness> readiness) {
    this(config(0), views, refreshes, reports, readiness);
  }

  private ApiUnderTest(
      QueryApiConfig config,
      Supplier<ModelView> views,
      RefreshControl refreshes,
      ReportSink reports,
      Supplier<Readiness> readiness) {
    this.server = QueryApi.serve(config.http(), routes(views, refreshes, reports, readiness));
  }

  static ApiRoutes routes(
      Supplier<ModelView> views,
      RefreshControl refreshes,
      ReportSink reports,
      Supplier<Readiness> readiness) {
    return new ApiRoutes(
        views,
        new ChangeHistory(1),
        new CostTables(),
        Usd.of("10"),
        refreshes,
        new UnusedSpawnControl(),
        reports,
        readiness,
        new HttpMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
        Clock.systemUTC());
  }

  /** Reads the report, so that an invalid one is refused. */
  static SpawnReport unexpected(
      Function<Instant, ? extends SpawnReport> report, RequestId requestId) {
    throw new IllegalStateException("no report was expected: " + report.apply(Instant.EPOCH));
  }

  static QueryApiConfig config(int port) {
    return config(port, ApiKeys.of("127.0.0.1", List.of()), WRITES_PER_MINUTE);
  }

  static QueryApiConfig config(int port, ApiKeys keys, int writesPerMinute) {
    return new QueryApiConfig(
        KafkaAccess.plain("no-kafka:9092"),
        "127.0.0.1",
        port,
        List.of("models.example"),
        List.of("https://models.example"),
        keys,
        writesPerMinute,
        Path.of("unused"),
        Duration.ofMinutes(5),
        RankingSetting.EVIDENCE,
        Usd.of("10"));
  }

  int port() {
    return server.port();
  }

  /**
   * @param headers name, value, name, value...
   */
  public HttpResponse<String> get(String pathAndQuery, String... headers) {
    return send(request(pathAndQuery, headers).GET());
  }

  HttpResponse<String> method(String method, String pathAndQuery, String... headers) {
    return send(request(pathAndQuery, headers).method(method, BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(request(path, headers).POST(BodyPublishers.ofString(body)));
  }

  /** Sends bytes as they are, and reads until the server closes or 10 s have passed. */
  public String raw(String request) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return readAll(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  private static String readAll(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      in.transferTo(bytes);
    } catch (SocketException e) {
      // A reset after the answer: what was read is what a client sees.
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String pathAndQuery, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + pathAndQuery))
            .timeout(Duration.ofSeconds(20));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
