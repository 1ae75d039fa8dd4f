package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts and times requests, and shows all metrics in Prometheus's text format. */
public final class HttpMetrics {

  private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE");

  private final PrometheusMeterRegistry registry;
  private final ConcurrentHashMap<Labels, Timer> timers = new ConcurrentHashMap<>();

  private record Labels(String method, String route, int status) {}

  public HttpMetrics(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param route a route's pattern, never a path: clients must not be able to invent labels
   */
  void record(String method, String route, int status, long nanos) {
    Labels labels = new Labels(METHODS.contains(method) ? method : "other", route, status);
    Timer known = timers.get(labels);
    Timer timer = known == null ? timers.computeIfAbsent(labels, this::timer) : known;
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  public Response scrape(QueryRequest request) {
    request.requireNoParameters();
    return Response.text(CONTENT_TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8));
  }

  private Timer timer(Labels labels) {
    return Timer.builder("http.server.requests")
        .description("Requests to the REST API, until their answer was there to be sent")
        .tag("method", labels.method())
        .tag("route", labels.route())
        .tag("status", Integer.toString(labels.status()))
        .register(registry);
  }
}
