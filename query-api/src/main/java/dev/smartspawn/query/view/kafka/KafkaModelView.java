package dev.smartspawn.query.view.kafka;

import dev.smartspawn.query.recommend.RankingSetting;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.WholeViews;
import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link ModelView} up to date from Kafka's topics. */
public final class KafkaModelView implements Supplier<ModelView>, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KafkaModelView.class);

  private static final Duration QUIET = Duration.ofMillis(10);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** Names come by the thousand, and no request waits for one. */
  private static final Duration NAMES_INTERVAL = Duration.ofMillis(250);

  private static final Duration RECHECK = Duration.ofSeconds(1);

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  /**
   * At a start the tables are read one after another, and the question where the next one begins
   * waits behind the fetch at the end of the one before. Kafka's default of 500 ms made up a third
   * of a restart. A fetch with news returns at once whatever this is.
   */
  private static final int FETCH_MAX_WAIT_MILLIS = 100;

  private final Clock clock;
  private final DeadLetters deadLetters;
  private final KafkaStreams streams;
  private final NewestView view = new NewestView();
  private final Debounce models;
  private final Debounce names;
  private volatile boolean loaded;
  private volatile boolean failed;

  private KafkaModelView(KafkaClients clients, Path dataDir, RankingSetting ranking, Clock clock) {
    this.clock = clock;
    this.deadLetters = new DeadLetters(clients);
    Lock stores = new ReentrantLock();
    CheckedValues checked = new CheckedValues();
    Tables tables = new StreamsTables(this::streams, stores, checked);
    ViewBuilder viewBuilder =
        new ViewBuilder(tables, ranking, new ModelsFile(dataDir), view, clock, this::recheck);
    NamesBuilder namesBuilder = new NamesBuilder(tables, view);
    this.models = new Debounce("query-api-view", viewBuilder::build, QUIET, INTERVAL);
    this.names = new Debounce("query-api-names", namesBuilder::build, QUIET, NAMES_INTERVAL);
    this.streams =
        clients.streams(
            "view",
            new ViewTopology(deadLetters::send, stores, checked, this::changed).build(),
            properties());
  }

  /**
   * Returns once every table is loaded and the first view is made of them.
   *
   * @param dataDir where models.json goes
   */
  public static KafkaModelView start(
      KafkaClients clients, Path dataDir, RankingSetting ranking, Clock clock) {
    KafkaModelView view = new KafkaModelView(clients, dataDir, ranking, clock);
    try {
      view.load();
      return view;
    } catch (RuntimeException e) {
      view.close();
      throw e;
    }
  }

  /** The newest view. Neither locks nor blocks. */
  @Override
  public ModelView get() {
    return view.get();
  }

  public Readiness readiness() {
    if (failed || !streams.state().isRunningOrRebalancing()) {
      return new Readiness.Failed("the view of enriched models has stopped, see the log");
    }
    ModelView newest = get();
    return newest.isWhole(clock.instant())
        ? Readiness.READY
        : new Readiness.Restoring(WholeViews.awaited(newest));
  }

  /** Kafka's own figures are read from it. */
  public KafkaStreams streams() {
    return streams;
  }

  @Override
  public void close() {
    streams.close(CLOSE_TIMEOUT);
    models.close();
    names.close();
    deadLetters.close();
  }

  private void load() {
    streams.setUncaughtExceptionHandler(
        fault -> {
          log.error("the view of enriched models has stopped", fault);
          failed = true;
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
    loaded = true;
    CompletableFuture.allOf(models.runNow(), names.runNow()).join();
  }

  private void recheck() {
    models.changedIn(RECHECK);
  }

  private void changed(Topic<?, ?> topic) {
    if (loaded) {
      (topic.equals(Topics.UNRESOLVED_NAMES) ? names : models).changed();
    }
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, ClusterNames.own("query-api"));
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 0);
    properties.put(
        StreamsConfig.globalConsumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG),
        "read_committed");
    properties.put(
        StreamsConfig.globalConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
        FETCH_MAX_WAIT_MILLIS);
    return properties;
  }
}
