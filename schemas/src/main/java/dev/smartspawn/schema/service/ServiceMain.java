package dev.smartspawn.schema.service;

import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.KafkaConnection;
import dev.smartspawn.schema.kafka.KafkaUnusableException;
import dev.smartspawn.schema.lifecycle.OutOfMemoryExit;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.setting.SettingsException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one service as a process of its own, configured by environment variables, until it is
 * stopped. All services behave alike: they wait for Kafka and say so, they end with code 1 and a
 * reason when they cannot start or cannot go on, and with code 3 when memory is used up.
 */
public final class ServiceMain {

  private static final Logger log = LoggerFactory.getLogger(ServiceMain.class);
  private static final int FAILURE = 1;
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration WATCH = Duration.ofSeconds(1);

  private final String name;
  private final CountDownLatch stopping = new CountDownLatch(1);

  private ServiceMain(String name) {
    this.name = name;
  }

  /**
   * Returns when the process is being stopped.
   *
   * @param name for messages and client ids, such as "enricher"
   * @param prepare reads the settings; the supplier starts the service
   */
  public static void run(
      String name, Function<Settings, Supplier<? extends RunningService>> prepare)
      throws InterruptedException {
    OutOfMemoryExit.install(name);
    ServiceMain main = new ServiceMain(name);
    try {
      main.watch(main.start(prepare));
    } catch (SettingsException | KafkaException e) {
      main.exit(e);
    } catch (RuntimeException e) {
      log.debug("{} cannot start", name, e);
      main.exit(e);
    }
  }

  private RunningService start(Function<Settings, Supplier<? extends RunningService>> prepare)
      throws InterruptedException {
    Settings settings = Settings.from(System.getenv());
    Supplier<? extends RunningService> service = prepare.apply(settings);
    settings.rejectMistakes();
    awaitKafka(new KafkaClients(KafkaAccess.from(settings.again()), name));
    return service.get();
  }

  /**
   * @throws KafkaUnusableException if waiting would not help
   */
  private void awaitKafka(KafkaClients clients) throws InterruptedException {
    while (true) {
      try {
        KafkaConnection.check(clients);
        return;
      } catch (KafkaUnusableException e) {
        throw e;
      } catch (KafkaException e) {
        log.warn("{} waits for Kafka: {}", name, e.getMessage());
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  private void watch(RunningService service) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), name + "-shutdown"));
    while (!stopping.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
      if (service.readiness() instanceof Readiness.Failed failed && stopping.getCount() > 0) {
        exit(failed.reason());
      }
    }
  }

  private void stop(RunningService service) {
    stopping.countDown();
    service.close();
  }

  private void exit(RuntimeException failure) {
    exit(String.valueOf(failure.getMessage()));
  }

  private void exit(String reason) {
    System.err.println(name + ": " + reason);
    System.exit(FAILURE);
  }
}
