package dev.smartspawn.schema.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/** Describes in plain words why an HTTP call got no answer. */
public final class ConnectionFailure {

  private ConnectionFailure() {}

  /** For example {@code connection refused}. */
  public static String describe(Throwable failure) {
    List<Throwable> causes = causesOf(failure);
    if (has(
        causes, c -> c instanceof HttpTimeoutException || c instanceof InterruptedIOException)) {
      return "no answer in time";
    }
    // The JDK's client wraps an unresolved host in a ConnectException.
    if (has(
        causes,
        c -> c instanceof UnknownHostException || c instanceof UnresolvedAddressException)) {
      return "unknown host";
    }
    if (has(causes, NoRouteToHostException.class::isInstance)) {
      return "no route to the host";
    }
    if (has(causes, ConnectException.class::isInstance)) {
      return "connection refused";
    }
    return has(causes, SSLException.class::isInstance)
        ? "no secure connection could be made"
        : "the connection broke";
  }

  /** The failure itself first, its root cause last. */
  public static List<Throwable> causesOf(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static boolean has(List<Throwable> causes, Predicate<Throwable> kind) {
    return causes.stream().anyMatch(kind);
  }
}
