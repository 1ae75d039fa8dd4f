package dev.smartspawn.worker.provider;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the server has not closed a kept connection before a request goes out on it. Such a
 * request would be lost, and nobody could tell whether it was worked on. The client checks only
 * connections that were idle for 10 s. Some servers close theirs after 2 s, and others right after
 * an answer that promised to keep it.
 */
final class ConnectionCheck implements Interceptor {

  /** A close that follows an answer arrives with it or just behind. */
  private static final int WAIT_MILLIS = 1;

  /** Connections that have carried a request. */
  private final Set<Connection> used =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

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
    boolean reused = !used.add(connection);
    if (reused && connection.protocol() == Protocol.HTTP_1_1 && isClosed(connection.socket())) {
      throw new ClosedConnectionException();
    }
    return chain.proceed(chain.request());
  }

  /** Nothing is to be read between two answers: a byte is as wrong as the end. */
  private static boolean isClosed(Socket socket) {
    try {
      int timeout = socket.getSoTimeout();
      socket.setSoTimeout(WAIT_MILLIS);
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
