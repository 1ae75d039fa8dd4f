package dev.smartspawn.local.kafka;

/** Another process listens on the configured port. */
public final class LoopbackPortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoopbackPortTakenException(String purpose, int port, Throwable cause) {
    super(
        "port %d on %s is taken: %s cannot listen there"
            .formatted(port, LoopbackPort.HOST, purpose),
        cause);
  }
}
