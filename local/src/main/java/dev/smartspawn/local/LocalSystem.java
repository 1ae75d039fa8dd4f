package dev.smartspawn.local;

import dev.smartspawn.local.kafka.EmbeddedKafka;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.topic.TopicCreation;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole system in this JVM: the embedded Kafka, its topics, and every service on top. It may be
 * closed from another thread, even while it starts.
 */
public final class LocalSystem implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalSystem.class);
  private static final Executor THREAD_EACH = task -> new Thread(task, "start").start();

  private final LocalConfig config;
  private final Clock clock;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private boolean closed;
  private String bootstrapServers = "";

  public LocalSystem(LocalConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * @throws dev.smartspawn.schema.setting.SettingsException listing every mistake in the services'
   *     settings
   */
  public static void rejectMistakes(Map<String, String> environment) {
    Parts.rejectMistakes(Settings.from(environment));
  }

  /**
   * Returns once every service runs. The query-api starts first and alone, so that a restarted
   * system answers from its topics as early as possible. The enricher and the ingestors need only
   * Kafka and start in parallel. The spawn-worker uses the query-api and starts last.
   *
   * @throws RuntimeException from the service that could not start; nothing runs then
   */
  public LocalSystem start() {
    try {
      startKafka(); // first: a held folder is a more useful message than the holder's port
      LoopbackPort.requireFree("the REST API", config.httpPort());
      start(Parts.SERVING);
      Parts.BEHIND.stream().map(this::startAside).toList().forEach(CompletableFuture::join);
      start(Parts.WORKING);
      return this;
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Whether anything runs or has begun to start. */
  public synchronized boolean isRunning() {
    return !running.isEmpty();
  }

  public LocalConfig config() {
    return config;
  }

  /**
   * The service that has stopped for good, with the reason; empty if there is none, and after
   * closing.
   */
  public synchronized Optional<String> failure() {
    return running.stream()
        .filter(RunningService.class::isInstance)
        .map(RunningService.class::cast)
        .flatMap(service -> failure(service).stream())
        .findFirst();
  }

  /** Stops everything, Kafka last. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!running.isEmpty()) {
      closeOne(running.pop());
    }
  }

  private void startKafka() {
    log.info("starting Kafka");
    EmbeddedKafka kafka =
        keep(
            EmbeddedKafka.start(
                config.dataDir().resolve("kafka"),
                config.kafkaPort(),
                clock,
                "REST API at " + config.url()));
    bootstrapServers = kafka.bootstrapServers();
    log.info("Kafka runs at {}, its data in {}", bootstrapServers, config.dataDir());
    KafkaAccess access = KafkaAccess.from(config.settings(bootstrapServers));
    TopicCreation.alterAll(new KafkaClients(access, "local"))
        .forEach(change -> log.info("{}; changed", change));
  }

  private CompletableFuture<Void> startAside(Part<?> part) {
    return CompletableFuture.runAsync(() -> start(part), THREAD_EACH);
  }

  private void start(Part<?> part) {
    keep(part.start(config.settings(bootstrapServers), clock));
  }

  private synchronized <T extends AutoCloseable> T keep(T started) {
    if (closed) {
      closeOne(started);
      throw new IllegalStateException("stopped while starting");
    }
    running.push(started);
    return started;
  }

  private static Optional<String> failure(RunningService service) {
    return service.readiness() instanceof Readiness.Failed failed
        ? Optional.of("%s has stopped: %s".formatted(service.name(), failed.reason()))
        : Optional.empty();
  }

  private static void closeOne(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.toString());
    }
  }
}
