package dev.smartspawn.query.http;

import dev.smartspawn.query.QueryApiConfig;
import dev.smartspawn.query.refresh.RefreshDesk;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.service.Readiness;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** The REST API on a port. */
public final class HttpServer implements AutoCloseable {

  /** Room for a task that is far too long to arrive, and to be told how long it may be. */
  private static final int MAX_HEADER_BYTES = 1024 * 1024;

  private static final int MAX_HEADERS = 100;
  private static final int PARSE_TIMEOUT_MILLIS = 10_000;
  private static final int IDLE_TIMEOUT_MILLIS = 60_000;
  private static final int WORKER_THREADS = 4;

  private final Undertow undertow;

  private HttpServer(Undertow undertow) {
    this.undertow = undertow;
  }

  /**
   * Returns once the port is bound.
   *
   * @throws PortTakenException when it cannot be
   */
  public static HttpServer start(
      QueryApiConfig config,
      Supplier<ModelView> views,
      RefreshDesk refreshDesk,
      Supplier<Readiness> readiness,
      PrometheusMeterRegistry registry) {
    HttpMetrics metrics = new HttpMetrics(registry);
    Dispatcher dispatcher =
        new Dispatcher(
            views,
            new Router(new Routes(refreshDesk, readiness, metrics).all()),
            new HostGuard(config.httpHost(), config.allowedHosts()),
            new OriginGuard(config.allowedOrigins()),
            metrics);
    HttpServer server = new HttpServer(undertow(config, dispatcher));
    server.bind(config);
    return server;
  }

  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    undertow.stop();
  }

  private void bind(QueryApiConfig config) {
    try {
      undertow.start();
    } catch (RuntimeException e) {
      undertow.stop();
      throw e.getCause() instanceof BindException taken
          ? new PortTakenException(config.httpHost(), config.httpPort(), taken)
          : e;
    }
  }

  private static Undertow undertow(QueryApiConfig config, Dispatcher dispatcher) {
    return Undertow.builder()
        .addHttpListener(config.httpPort(), config.httpHost())
        .setIoThreads(Math.max(2, Runtime.getRuntime().availableProcessors()))
        .setWorkerThreads(WORKER_THREADS)
        .setServerOption(UndertowOptions.DECODE_URL, false)
        .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
        .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
        .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PARSE_TIMEOUT_MILLIS)
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_TIMEOUT_MILLIS)
        .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_TIMEOUT_MILLIS)
        .setHandler(dispatcher)
        .build();
  }
}
