package dev.smartspawn.query;

import dev.smartspawn.query.attachment.KafkaAttachmentStore;
import dev.smartspawn.query.change.ChangeFollower;
import dev.smartspawn.query.cost.CostFollower;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.server.HttpConfig;
import dev.smartspawn.query.http.server.HttpMetrics;
import dev.smartspawn.query.http.server.HttpServer;
import dev.smartspawn.query.refresh.KafkaRefreshControl;
import dev.smartspawn.query.spawn.KafkaSpawnControl;
import dev.smartspawn.query.spawnlog.KafkaReportSink;
import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.query.view.kafka.KafkaModelView;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.topic.TopicCreation;
import io.undertow.util.StatusCodes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API over the enriched models. */
public final class QueryApi implements RunningService {

  private static final Logger log = LoggerFactory.getLogger(QueryApi.class);

  private final KafkaModelView view;
  private final KafkaSpawnControl spawns;
  private final HttpServer http;
  private final Deque<AutoCloseable> parts;
  private final AtomicBoolean closed = new AtomicBoolean();

  private QueryApi(
      KafkaModelView view, KafkaSpawnControl spawns, HttpServer http, Deque<AutoCloseable> parts) {
    this.view = view;
    this.spawns = spawns;
    this.http = http;
    this.parts = parts;
  }

  /**
   * Returns once the content of the topics is served.
   *
   * @throws dev.smartspawn.query.http.server.HttpPortTakenException if the port is taken
   * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached
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
    KafkaClients kafka = new KafkaClients(config.kafka(), "query-api");
    TopicCreation.ensureAll(kafka);
    KafkaModelView view = KafkaModelView.start(kafka, config.dataDir(), config.ranking(), clock);
    parts.push(view);
    TopicWriter writer = TopicWriter.open(kafka);
    parts.push(writer);
    KafkaRefreshControl refreshes =
        new KafkaRefreshControl(view, clock, config.pullTimeout(), writer);
    Metrics metrics = Metrics.of(view, writer, clock);
    parts.push(metrics);
    KafkaAttachmentStore attachments = KafkaAttachmentStore.open(kafka, clock);
    parts.push(attachments);
    KafkaSpawnControl spawns =
        KafkaSpawnControl.open(kafka, writer, attachments, clock, metrics.registry());
    parts.push(spawns);
    ChangeFollower changes = ChangeFollower.start(kafka);
    parts.push(changes);
    CostFollower costs = CostFollower.start(kafka);
    parts.push(costs);
    ApiRoutes routes =
        new ApiRoutes(
            view,
            changes.history(),
            costs.tables(),
            config.dayLimit(),
            refreshes,
            spawns,
            new KafkaReportSink(writer, clock),
            () -> readiness(view, spawns),
            new HttpMetrics(metrics.registry()),
            clock);
    HttpServer http = serve(config.http(), routes);
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
    return new QueryApi(view, spawns, http, parts);
  }

  static HttpServer serve(HttpConfig config, ApiRoutes routes) {
    return HttpServer.start(config, routes.router(), routes.metrics(), QueryApi::unavailable);
  }

  private static Optional<Refusal> unavailable(RuntimeException failure) {
    return failure instanceof TopicUnavailableException
        ? Optional.of(
            new Refusal(
                StatusCodes.SERVICE_UNAVAILABLE,
                "kafka_unavailable",
                String.valueOf(failure.getMessage())))
        : Optional.empty();
  }

  @Override
  public String name() {
    return "query-api";
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  @Override
  public Readiness readiness() {
    return closed.get() ? new Readiness.Failed("closed") : readiness(view, spawns);
  }

  /**
   * Picks are answered from memory, so the API is ready while Kafka is away. It has failed once one
   * of its readers has stopped for good.
   */
  private static Readiness readiness(KafkaModelView view, KafkaSpawnControl spawns) {
    Readiness ofSpawns = spawns.readiness();
    return ofSpawns instanceof Readiness.Failed || view.readiness() instanceof Readiness.Ready
        ? ofSpawns
        : view.readiness();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      closeAll(parts);
    }
  }

  /** In the reverse order of opening. */
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
