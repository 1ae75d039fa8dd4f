package dev.smartspawn.local.kafka;

/** Something else listens where we were told to. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(String purpose, int port, Throwable cause) {
    super(
        "%s cannot listen on %s:%d: another program does already"
            .formatted(purpose, LoopbackPort.HOST, port),
        cause);
  }
}
