package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.guard.CrossOrigin;
import dev.smartspawn.query.http.guard.HostGuard;
import dev.smartspawn.query.http.guard.OriginGuard;
import dev.smartspawn.query.http.guard.WriteGuard;
import dev.smartspawn.query.http.guard.WriteRateLimit;
import dev.smartspawn.query.http.route.Router;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * The REST API on a port. Wires Undertow's HTTP listener by hand, since its builder cannot install
 * {@link ErrorBodyConduit}.
 */
public final class HttpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

  static final int MAX_HEADERS = 100;

  /** Lets a task that is far too long arrive, so that the error can name the limit. */
  private static final int MAX_HEADER_BYTES = 1024 * 1024;

  /** Longer bodies are not even read to be discarded; commands take less. */
  private static final long MAX_ENTITY_BYTES = 4 * 1024 * 1024;

  private static final int PARSE_TIMEOUT_MILLIS = 10_000;

  /** For a connection that neither sends nor receives. */
  private static final int STALLED_TIMEOUT_MILLIS = 30_000;

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int BUFFERS_PER_THREAD = 4;

  /** For requests that wait for Kafka; each may wait for seconds while Kafka is away. */
  private static final int MOST_WORKER_THREADS = 16;

  private static final int KEPT_WORKER_THREADS = 4;

  private static final int BACKLOG = 1000;
  private static final long CLOSE_SECONDS = 5;

  private final XnioWorker worker;
  private final HttpOpenListener listener;
  private final AcceptingChannel<? extends StreamConnection> socket;

  private HttpServer(
      XnioWorker worker,
      HttpOpenListener listener,
      AcceptingChannel<? extends StreamConnection> socket) {
    this.worker = worker;
    this.listener = listener;
    this.socket = socket;
  }

  /**
   * Returns once the port is bound.
   *
   * @throws HttpPortTakenException when it cannot be
   */
  public static HttpServer start(
      HttpConfig config, Router router, HttpMetrics metrics, FailureResponses failures) {
    Dispatcher dispatcher =
        new Dispatcher(
            router,
            new HostGuard(config.host(), config.allowedHosts()),
            guard(config),
            new CrossOrigin(config.allowedOrigins()),
            metrics,
            failures);
    HttpOpenListener listener =
        new HttpOpenListener(
            new DefaultByteBufferPool(true, BUFFER_BYTES, -1, BUFFERS_PER_THREAD), limits());
    listener.setRootHandler(dispatcher);
    return bind(config, listener);
  }

  public int port() {
    return socket.getLocalAddress(InetSocketAddress.class).getPort();
  }

  @Override
  public void close() {
    IoUtils.safeClose(socket);
    listener.closeConnections();
    worker.shutdownNow();
    try {
      worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static WriteGuard guard(HttpConfig config) {
    return new WriteGuard(
        new HostGuard(config.host(), config.allowedHosts()),
        new OriginGuard(config.allowedOrigins()),
        config.apiKeys(),
        new WriteRateLimit(config.writesPerMinute(), System::nanoTime));
  }

  private static HttpServer bind(HttpConfig config, HttpOpenListener listener) {
    int ioThreads = Math.max(2, Runtime.getRuntime().availableProcessors());
    XnioWorker worker = null;
    try {
      worker = Xnio.getInstance().createWorker(threads(ioThreads));
      AcceptingChannel<? extends StreamConnection> socket =
          worker.createStreamConnectionServer(
              address(config),
              ChannelListeners.<StreamConnection>openListenerAdapter(
                  connection -> open(connection, listener)),
              socketOptions(ioThreads));
      socket.resumeAccepts();
      return new HttpServer(worker, listener, socket);
    } catch (BindException e) {
      shutDown(worker);
      throw new HttpPortTakenException(config.host(), config.port(), e);
    } catch (IOException e) {
      shutDown(worker);
      throw new IllegalStateException(
          "the REST API cannot listen on %s, port %d".formatted(config.host(), config.port()), e);
    }
  }

  private static InetSocketAddress address(HttpConfig config) {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    if (address.isUnresolved()) {
      throw new IllegalStateException(
          "the REST API cannot listen on %s: the name is unknown; expected an address of this machine in SMART_SPAWN_HTTP_HOST"
              .formatted(config.host()));
    }
    return address;
  }

  private static void open(StreamConnection connection, HttpOpenListener listener) {
    ErrorBodyConduit.installOn(connection);
    listener.handleEvent(connection);
  }

  private static void shutDown(@Nullable XnioWorker worker) {
    if (worker != null) {
      worker.shutdownNow();
    }
  }

  /**
   * Paths stay encoded: a variable may hold an encoded slash, and decoding errors are ours to word.
   */
  private static OptionMap limits() {
    return OptionMap.builder()
        .set(UndertowOptions.DECODE_URL, false)
        .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
        .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
        .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
        .set(UndertowOptions.MAX_ENTITY_SIZE, MAX_ENTITY_BYTES)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, PARSE_TIMEOUT_MILLIS)
        .getMap();
  }

  private static OptionMap threads(int ioThreads) {
    return OptionMap.builder()
        .set(Options.WORKER_NAME, "query-api-http")
        .set(Options.WORKER_IO_THREADS, ioThreads)
        .set(Options.WORKER_TASK_CORE_THREADS, KEPT_WORKER_THREADS)
        .set(Options.WORKER_TASK_MAX_THREADS, MOST_WORKER_THREADS)
        .set(Options.TCP_NODELAY, true)
        .getMap();
  }

  /** Clients beyond the limit wait until others have left. */
  private static OptionMap socketOptions(int ioThreads) {
    int connections = ConnectionLimit.ofThisProcess();
    if (connections < ConnectionLimit.MOST) {
      log.warn(
          "the REST API takes {} connections at once instead of {}: the process may have few open files",
          connections,
          ConnectionLimit.MOST);
    }
    return OptionMap.builder()
        .set(Options.WORKER_IO_THREADS, ioThreads)
        .set(Options.TCP_NODELAY, true)
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.BALANCING_TOKENS, 1)
        .set(Options.BALANCING_CONNECTIONS, 2)
        .set(Options.BACKLOG, BACKLOG)
        .set(Options.CONNECTION_HIGH_WATER, connections)
        .set(Options.CONNECTION_LOW_WATER, connections)
        .set(Options.READ_TIMEOUT, STALLED_TIMEOUT_MILLIS)
        .set(Options.WRITE_TIMEOUT, STALLED_TIMEOUT_MILLIS)
        .getMap();
  }
}
