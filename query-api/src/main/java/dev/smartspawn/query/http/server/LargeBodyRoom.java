package dev.smartspawn.query.http.server;

import io.undertow.server.HttpServerExchange;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds how many bytes of large bodies are being taken or carried out at once. */
final class LargeBodyRoom {

  private static final int UNIT_BYTES = 1024;

  private final Semaphore units;

  LargeBodyRoom(long bytes) {
    this.units = new Semaphore(Math.toIntExact(bytes / UNIT_BYTES));
  }

  /**
   * Reserves room until the exchange has ended or its connection is closed.
   *
   * @return whether there is room
   */
  boolean reserve(HttpServerExchange exchange, long bytes) {
    int needed = Math.toIntExact((bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    if (!units.tryAcquire(needed)) {
      return false;
    }
    AtomicBoolean released = new AtomicBoolean();
    Runnable release =
        () -> {
          if (released.compareAndSet(false, true)) {
            units.release(needed);
          }
        };
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          release.run();
          next.proceed();
        });
    exchange.getConnection().addCloseListener(closed -> release.run());
    return true;
  }
}
