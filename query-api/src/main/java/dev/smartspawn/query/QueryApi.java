package dev.smartspawn.query;

import dev.smartspawn.query.change.ChangeLog;
import dev.smartspawn.query.http.Desks;
import dev.smartspawn.query.http.HttpServer;
import dev.smartspawn.query.refresh.KafkaRefreshDesk;
import dev.smartspawn.query.spawn.KafkaSpawnDesk;
import dev.smartspawn.query.spawnlog.KafkaReportDesk;
import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.query.view.KafkaModelView;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.topic.TopicCreation;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API over the enriched models. */
public final class QueryApi implements RunningService {

  private static final Logger log = LoggerFactory.getLogger(QueryApi.class);

  private final KafkaModelView view;
  private final HttpServer http;
  private final Deque<AutoCloseable> parts;
  private final AtomicBoolean closed = new AtomicBoolean();

  private QueryApi(KafkaModelView view, HttpServer http, Deque<AutoCloseable> parts) {
    this.view = view;
    this.http = http;
    this.parts = parts;
  }

  /**
   * Returns once what is in the topics is served.
   *
   * @throws dev.smartspawn.query.http.PortTakenException when something else listens on the port
   * @throws org.apache.kafka.common.KafkaException when Kafka cannot be reached
   */
  public static QueryApi start(QueryApiConfig config, Clock clock) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return start(config, clock, parts);
    } catch (RuntimeException e) {
      closeAll(parts);
      throw e;
    }
  }

  private static QueryApi start(QueryApiConfig config, Clock clock, Deque<AutoCloseable> parts) {
    String kafka = config.bootstrapServers();
    createTopics(kafka);
    KafkaModelView view = KafkaModelView.start(kafka, config.dataDir(), config.ranking());
    parts.push(view);
    TopicWriter writer = TopicWriter.open(kafka);
    parts.push(writer);
    KafkaRefreshDesk refreshes = new KafkaRefreshDesk(view, clock, config.pullTimeout(), writer);
    Metrics metrics = Metrics.of(view, writer, clock);
    parts.push(metrics);
    KafkaSpawnDesk spawns = KafkaSpawnDesk.open(kafka, writer, clock, metrics.registry());
    parts.push(spawns);
    ChangeLog changes = ChangeLog.start(kafka);
    parts.push(changes);
    KafkaReportDesk reports = new KafkaReportDesk(writer, clock);
    HttpServer http =
        HttpServer.start(
            config,
            view,
            new Desks(refreshes, spawns, reports, changes.history()),
            view::readiness,
            metrics.registry());
    parts.push(http);
    log.info(
        "serving {} models, ranked by {}, on http://{}:{}",
        view.get().catalogue().size(),
        config.ranking().id(),
        config.httpHost(),
        http.port());
    if (config.apiKeys().isWritingOff()) {
      log.warn(config.apiKeys().rule());
    } else {
      log.info(config.apiKeys().rule());
    }
    return new QueryApi(view, http, parts);
  }

  @Override
  public String name() {
    return "query-api";
  }

  /** Where it listens. */
  public int port() {
    return http.port();
  }

  @Override
  public Readiness readiness() {
    return closed.get() ? new Readiness.Failed("closed") : view.readiness();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeAll(parts);
    }
  }

  private static void createTopics(String bootstrapServers) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      TopicCreation.ensureAll(admin);
    }
  }

  /** The last one opened first. */
  private static void closeAll(Deque<AutoCloseable> parts) {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        log.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
