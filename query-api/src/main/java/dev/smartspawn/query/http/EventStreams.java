package dev.smartspawn.query.http;

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

/** Keeps streams of server-sent events open, a bounded number of them. */
final class EventStreams {

  static final int MOST_OPEN = 256;

  private static final Logger log = LoggerFactory.getLogger(EventStreams.class);
  private static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");

  /** Shorter than what proxies, and this server, take for a dead connection. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  private final AtomicInteger open = new AtomicInteger();

  /** Runs on a worker thread. */
  void open(Exchange request, EventStream stream, Supplier<Question> question) {
    AtomicReference<EventStream.Opening.@Nullable Stream> opened = new AtomicReference<>();
    Answer answer = request.attempted(() -> opening(request, stream, question.get(), opened));
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

  private static Answer opening(
      Exchange request,
      EventStream stream,
      Question question,
      AtomicReference<EventStream.Opening.@Nullable Stream> opened) {
    String last = request.exchange().getRequestHeaders().getFirst(LAST_EVENT_ID);
    EventStream.Opening opening = stream.open(question, last);
    if (opening instanceof EventStream.Opening.Instead instead) {
      return instead.answer();
    }
    opened.set((EventStream.Opening.Stream) opening);
    return Answer.text("text/event-stream", new byte[0]);
  }

  private void connect(Exchange request, Answer answer, EventStream.Opening.Stream flow) {
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
        close(stop); // it may have closed too early to hear of the task
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

  private static Answer tooMany() {
    return Answer.error(
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
