package dev.smartspawn.query.http.server;

/** Something else listens where the REST API should; the message names address and port. */
public final class HttpPortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HttpPortTakenException(String host, int port, Throwable cause) {
    super(
        "the REST API cannot listen on %s, port %d: %s; set SMART_SPAWN_HTTP_PORT to another port"
            .formatted(host, port, cause.getMessage()),
        cause);
  }
}
