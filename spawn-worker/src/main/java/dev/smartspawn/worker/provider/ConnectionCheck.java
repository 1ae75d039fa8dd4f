package dev.smartspawn.worker.provider;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the server has not closed a kept connection before a request goes out on it. Such a
 * request would be lost, and nobody could tell whether it was worked on. The client checks only
 * connections that were idle for 10 s, and some servers close theirs after 2.
 */
final class ConnectionCheck implements Interceptor {

  /** A check waits 1 ms for bytes that should not come; connections in steady use do without. */
  private static final long UNCHECKED_NANOS = Duration.ofMillis(50).toNanos();

  /** When the last answer on a connection began. */
  private final Map<Connection, Long> used = Collections.synchronizedMap(new WeakHashMap<>());

  /** The server has closed the connection, and nothing was sent on it. */
  static final class ClosedConnectionException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    @Nullable Connection connection = chain.connection();
    if (connection == null) {
      return chain.proceed(chain.request());
    }
    @Nullable Long last = used.get(connection);
    boolean idle = last != null && System.nanoTime() - last > UNCHECKED_NANOS;
    if (idle && connection.protocol() == Protocol.HTTP_1_1 && isClosed(connection.socket())) {
      throw new ClosedConnectionException();
    }
    Response response = chain.proceed(chain.request());
    used.put(connection, System.nanoTime());
    return response;
  }

  /** Nothing is to be read between two answers: a byte is as wrong as the end. */
  private static boolean isClosed(Socket socket) {
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout(1);
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
