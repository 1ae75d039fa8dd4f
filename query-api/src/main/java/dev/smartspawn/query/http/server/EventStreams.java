package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.EventStream;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/** Open streams of server-sent events, up to a limit. */
final class EventStreams {

  static final int MOST_OPEN = 256;

  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
  private static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");

  /** Shorter than the read timeouts of proxies and of this server. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  private final AtomicInteger open = new AtomicInteger();

  /** Runs on a worker thread. */
  void open(Exchange request, EventStream stream, Supplier<QueryRequest> query) {
    AtomicReference<EventStream.Opening.@Nullable Stream> opened = new AtomicReference<>();
    Response answer = request.attempted(() -> opening(request, stream, query.get(), opened));
    EventStream.Opening.Stream flow = opened.get();
    if (flow == null) {
      request.send(answer);
    } else if (open.incrementAndGet() > MOST_OPEN) {
      open.decrementAndGet();
      request.send(tooMany());
    } else {
      connect(request, answer, flow);
    }
  }

  private static Response opening(
      Exchange request,
      EventStream stream,
      QueryRequest query,
      AtomicReference<EventStream.Opening.@Nullable Stream> opened) {
    String last = request.exchange().getRequestHeaders().getFirst(LAST_EVENT_ID);
    EventStream.Opening opening = stream.open(query, last);
    if (opening instanceof EventStream.Opening.Instead instead) {
      return instead.response();
    }
    opened.set((EventStream.Opening.Stream) opening);
    return Response.text("text/event-stream", new byte[0]);
  }

  private void connect(Exchange request, Response answer, EventStream.Opening.Stream flow) {
    request.begin(StatusCodes.OK, answer);
    ServerSentEventHandler handler =
        new ServerSentEventHandler(
            (connection, lastEventId) -> {
              connection.addCloseTask(closed -> open.decrementAndGet());
              connection.setKeepAliveTime(KEEP_ALIVE.toMillis());
              request.exchange().getConnection().getWorker().execute(() -> pour(flow, connection));
            });
    try {
      handler.handleRequest(request.exchange());
    } catch (Exception e) {
      open.decrementAndGet();
      log.debug("a stream could not be opened: {}", e.toString());
      IoUtils.safeClose(request.exchange().getConnection());
    }
  }

  private static void pour(EventStream.Opening.Stream flow, ServerSentEventConnection connection) {
    try {
      AutoCloseable stop = flow.into(new ConnectionSink(connection));
      connection.addCloseTask(closed -> close(stop));
      if (!connection.isOpen()) {
        close(stop); // closed before the task was added
      }
    } catch (RuntimeException e) {
      log.warn("a stream broke off: {}", e.toString());
      IoUtils.safeClose(connection);
    }
  }

  private static void close(AutoCloseable stop) {
    try {
      stop.close();
    } catch (Exception e) {
      log.debug("a stream did not stop cleanly: {}", e.toString());
    }
  }

  private static Response tooMany() {
    return Response.error(
        StatusCodes.SERVICE_UNAVAILABLE,
        "too_many_streams",
        "%d streams are open already: try again later".formatted(MOST_OPEN));
  }

  private record ConnectionSink(ServerSentEventConnection connection) implements EventStream.Sink {

    @Override
    public void send(String id, String type, String data) {
      connection.send(data, type, id, null);
    }

    @Override
    public void end() {
      try {
        connection.shutdown();
      } catch (RuntimeException e) {
        IoUtils.safeClose(connection);
      }
    }
  }
}
