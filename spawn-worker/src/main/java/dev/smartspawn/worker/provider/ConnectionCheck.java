package dev.smartspawn.worker.provider;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Connection;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks that the server has not closed a kept connection before a request goes out on it. Such a
 * request would be lost, and nobody could tell whether it was worked on. The client checks only
 * connections that were idle for 10 s. Some servers close theirs after 2 s, and others right after
 * an answer that promised to keep it.
 *
 * <p>A server is watched for longer until it has been seen to keep connections after answers of a
 * kind: streams, or whole documents. llama.cpp's server closes only after streams.
 */
final class ConnectionCheck implements Interceptor {

  private static final Logger log = LoggerFactory.getLogger(ConnectionCheck.class);

  /** A close that follows an answer arrives with it or just behind. */
  private static final int WAIT_MILLIS = 1;

  /** How long a server is waited for that may close its connections after each answer. */
  private static final int WATCH_MILLIS = 25;

  /** So many connections that stayed open show that a server keeps them. */
  private static final int SHOWN = 3;

  /** A connection that was closed after a longer rest was closed because it rested. */
  private static final Duration SHORT_REST = Duration.ofMillis(500);

  /** Another server may listen at the same address by then, or a restart was mistaken for it. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private record Server(String host, int port) {

    static Server of(HttpUrl url) {
      return new Server(url.host(), url.port());
    }
  }

  private record AnswerKind(Server server, boolean stream) {}

  /** What a connection has been used for. */
  private static final class Use {
    private final AtomicInteger answers = new AtomicInteger();
    private volatile boolean stream;
    private volatile long releasedAt = System.nanoTime();
  }

  private final Map<Connection, Use> uses = Collections.synchronizedMap(new WeakHashMap<>());
  private final Map<AnswerKind, Integer> keptAfter = new ConcurrentHashMap<>();

  /** The servers that close their connections, with the time when each was seen to do so. */
  private final Map<Server, Long> closing = new ConcurrentHashMap<>();

  /** The server has closed the connection, and nothing was sent on it. */
  static final class ClosedConnectionException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether the server closes each connection after one answer, so that none is worth keeping. */
  boolean closesConnections(HttpUrl url) {
    Long since = closing.get(Server.of(url));
    return since != null && System.nanoTime() - since < REMEMBERED.toNanos();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    @Nullable Connection connection = chain.connection();
    if (connection == null || connection.protocol() != Protocol.HTTP_1_1) {
      return chain.proceed(chain.request());
    }
    Server server = Server.of(chain.request().url());
    @Nullable Use known = uses.get(connection);
    if (known != null && isClosed(connection.socket(), known, server)) {
      throw new ClosedConnectionException();
    }
    Use use = uses.computeIfAbsent(connection, unknown -> new Use());
    Response response = chain.proceed(chain.request());
    use.answers.incrementAndGet();
    use.stream =
        response
            .header("Content-Type", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("text/event-stream");
    return response;
  }

  /** The answer has been read to its end, or its reader has given up. */
  void released(Connection connection) {
    @Nullable Use use = uses.get(connection);
    if (use != null) {
      use.releasedAt = System.nanoTime();
    }
  }

  private boolean isClosed(Socket socket, Use use, Server server) {
    AnswerKind kind = new AnswerKind(server, use.stream);
    boolean keeps = keptAfter.getOrDefault(kind, 0) >= SHOWN;
    long rest = System.nanoTime() - use.releasedAt;
    boolean closed = isClosed(socket, keeps ? WAIT_MILLIS : WATCH_MILLIS);
    if (!closed) {
      keptAfter.merge(kind, 1, Integer::sum);
    } else if (use.answers.get() == 1 && rest < SHORT_REST.toNanos()) {
      keptAfter.remove(kind);
      if (!keeps) {
        learnThatItCloses(server);
      }
    }
    return closed;
  }

  private void learnThatItCloses(Server server) {
    if (closing.put(server, System.nanoTime()) == null) {
      log.info(
          "{}:{} closes its connections after its answers; each call gets a new one",
          server.host(),
          server.port());
    }
  }

  /** Nothing is to be read between two answers: a byte is as wrong as the end. */
  private static boolean isClosed(Socket socket, int waitMillis) {
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout(waitMillis);
      try {
        int unexpected = socket.getInputStream().read();
        return unexpected >= -1;
      } catch (SocketTimeoutException e) {
        return false;
      } finally {
        socket.setSoTimeout(timeout);
      }
    } catch (IOException e) {
      return true;
    }
  }
}
