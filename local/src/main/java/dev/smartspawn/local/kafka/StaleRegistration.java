package dev.smartspawn.local.kafka;

import dev.smartspawn.schema.kafka.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the registration of a killed broker while its successor starts. The controller refuses
 * the successor as a duplicate until the old registration is removed or the old session, which is
 * long, ends.
 */
final class StaleRegistration implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StaleRegistration.class);

  /**
   * Well within the old session, because the old registration is the only one until that session
   * ends.
   */
  private static final Duration PATIENCE = BrokerProperties.SESSION_TIMEOUT.dividedBy(3);

  private static final long POLL_MILLIS = 20;
  private static final long PAUSE_MILLIS = 100;

  private final Thread thread;

  private StaleRegistration(Thread thread) {
    this.thread = thread;
  }

  /**
   * Removes it in the background and returns at once.
   *
   * @param killed whether the last broker was killed while it was registered; if it was not, the
   *     registration that would be removed is its successor's
   */
  static StaleRegistration removeIf(boolean killed, int controllerPort) {
    Runnable removal = killed ? () -> remove(controllerPort) : () -> {};
    Thread thread = new Thread(removal, "stale-registration");
    thread.setDaemon(true);
    thread.start();
    return new StaleRegistration(thread);
  }

  /** Stops the removal if it is still running. */
  @Override
  public void close() {
    thread.interrupt();
  }

  private static void remove(int controllerPort) {
    String address = LoopbackPort.HOST + ":" + controllerPort;
    Map<String, Object> config =
        Map.of(
            "reconnect.backoff.max.ms",
            100,
            "retry.backoff.max.ms",
            100,
            "request.timeout.ms",
            (int) PATIENCE.toMillis(),
            "default.api.timeout.ms",
            (int) PATIENCE.toMillis());
    try {
      awaitController(controllerPort);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try (Admin admin = KafkaClients.controllerAdmin(address, config)) {
      remove(() -> admin.unregisterBroker(BrokerProperties.NODE_ID).all(), PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asks again while the controller refuses, as it may in its first moments: then the registration
   * is still the killed broker's. After any other failure it may be the successor's already.
   */
  static void remove(Supplier<KafkaFuture<Void>> request, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        request.get().get();
        return;
      } catch (ExecutionException e) {
        if (!isRefusal(e.getCause()) || System.nanoTime() > end) {
          log.info("the killed broker's registration lasts until its session ends", e.getCause());
          return;
        }
        log.debug("the controller does not remove a registration yet", e.getCause());
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static boolean isRefusal(@Nullable Throwable failure) {
    return failure instanceof ApiException
        && !(failure instanceof TimeoutException
            || failure instanceof DisconnectException
            || failure instanceof BrokerIdNotRegisteredException);
  }

  /** Waits for the port first, because a client would log each failed attempt. */
  private static void awaitController(int port) throws InterruptedException {
    while (!LoopbackPort.accepts(port)) {
      Thread.sleep(POLL_MILLIS);
    }
  }
}
