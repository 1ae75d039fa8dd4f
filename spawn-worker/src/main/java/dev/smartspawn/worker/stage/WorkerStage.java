package dev.smartspawn.worker.stage;

import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.stage.KafkaStateHistory;
import dev.smartspawn.schema.stage.OutageSettings;
import dev.smartspawn.schema.stage.StageTopics;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.stage.ThreadRecovery;
import dev.smartspawn.schema.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage that runs with exactly-once processing. The workers share its partitions. Its stores are
 * in memory, backed by changelogs.
 */
public final class WorkerStage implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WorkerStage.class);

  /** After this, another worker takes over a killed worker's partitions. */
  private static final int SESSION_TIMEOUT_MILLIS = 6_000;

  /** After this, a killed worker's open transactions are aborted. */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 6_000;

  private final Plan plan;
  private final KafkaStreams streams;
  private final ThreadRecovery recovery;
  private final Path folder;

  /**
   * What a stage is.
   *
   * @param application the application's id, without the deployment's prefix
   * @param client what its clients are for, as a part of their ids
   * @param name in messages
   * @param commitEvery how often its output becomes visible
   * @param inputs topics whose offsets tell whether it has run before
   * @param topology of it
   */
  public record Plan(
      String application,
      String client,
      String name,
      Duration commitEvery,
      List<String> inputs,
      Function<StateHistory, Topology> topology) {

    public Plan {
      inputs = List.copyOf(inputs);
    }

    private String id() {
      return ClusterNames.own(application);
    }

    /** The topics that the stage keeps for itself. */
    public List<String> changelogs() {
      return StageTopics.changelogs(id(), topology.apply(StateHistory.NONE));
    }
  }

  private WorkerStage(Plan plan, KafkaStreams streams, ThreadRecovery recovery, Path folder) {
    this.plan = plan;
    this.streams = streams;
    this.recovery = recovery;
    this.folder = folder;
  }

  /**
   * Returns at once.
   *
   * @param clients make its clients
   */
  public static WorkerStage start(Plan plan, KafkaClients clients, Clock clock) {
    Path folder = stateFolder(plan);
    StateHistory history = new KafkaStateHistory(clients, plan.id(), plan.inputs());
    KafkaStreams streams =
        clients.streams(plan.client(), plan.topology().apply(history), config(plan, folder));
    ThreadRecovery recovery = new ThreadRecovery(plan.name(), clock);
    streams.setUncaughtExceptionHandler(recovery);
    streams.start();
    return new WorkerStage(plan, streams, recovery, folder);
  }

  /** Ready while it processes records. */
  public Readiness readiness() {
    KafkaStreams.State state = streams.state();
    return switch (state) {
      case RUNNING -> Readiness.READY;
      case ERROR, NOT_RUNNING, PENDING_ERROR, PENDING_SHUTDOWN ->
          new Readiness.Failed(recovery.verdict().orElse("the " + plan.name() + " has stopped"));
      default -> new Readiness.Restoring("the " + plan.name());
    };
  }

  @Override
  public void close() {
    recovery.stop();
    if (!streams.close(Duration.ofSeconds(10))) {
      log.warn("the {} did not stop in time; {} remains", plan.name(), folder);
      return;
    }
    streams.cleanUp();
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      log.debug("{} remains: {}", folder, e.toString());
    }
  }

  private static Properties config(Plan plan, Path folder) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, plan.id());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, plan.commitEvery().toMillis());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
    // While the broker completes a commit, it defers the next transaction's first batch. With more
    // than one request in flight it would log an error for each batch after that.
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        TRANSACTION_TIMEOUT_MILLIS);
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_RECORD_BYTES);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        SESSION_TIMEOUT_MILLIS);
    config.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    OutageSettings.addTo(config);
    return config;
  }

  /** It holds only Kafka Streams' lock file. */
  private static Path stateFolder(Plan plan) {
    try {
      return Files.createTempDirectory("smart-spawn-" + plan.client());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
