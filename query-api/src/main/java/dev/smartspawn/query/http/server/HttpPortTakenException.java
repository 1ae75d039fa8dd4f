package dev.smartspawn.query.http.server;

/** Another program listens on the port of the REST API. */
public final class HttpPortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HttpPortTakenException(String host, int port, Throwable cause) {
    super(
        "the REST API cannot listen on %s, port %d: the port is taken, or the address is not one of this machine; set SMART_SPAWN_HTTP_PORT to another port"
            .formatted(host, port),
        cause);
  }
}
