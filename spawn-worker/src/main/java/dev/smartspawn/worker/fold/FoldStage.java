package dev.smartspawn.worker.fold;

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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs {@link FoldTopology} with exactly-once processing. The workers share its partitions. */
public final class FoldStage implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FoldStage.class);
  private static final String APPLICATION_ID = ClusterNames.own("results");
  private static final int COMMIT_EVERY_MILLIS = 100;

  /** After this, another worker takes over a killed worker's partitions. */
  private static final int SESSION_TIMEOUT_MILLIS = 6_000;

  /** After this, a killed worker's open transactions are aborted. */
  private static final int TRANSACTION_TIMEOUT_MILLIS = 6_000;

  private final KafkaStreams streams;
  private final ThreadRecovery recovery;
  private final Path folder;

  private FoldStage(KafkaStreams streams, ThreadRecovery recovery, Path folder) {
    this.streams = streams;
    this.recovery = recovery;
    this.folder = folder;
  }

  /**
   * @param clients make its clients
   */
  public static FoldStage start(KafkaClients clients, Clock clock) {
    Path folder = stateFolder();
    StateHistory history =
        new KafkaStateHistory(clients, APPLICATION_ID, List.of(Topics.SPAWN_EVENTS.name()));
    KafkaStreams streams = clients.streams("fold", FoldTopology.build(history), config(folder));
    ThreadRecovery recovery = new ThreadRecovery(FoldTopology.NAME, clock);
    streams.setUncaughtExceptionHandler(recovery);
    streams.start();
    return new FoldStage(streams, recovery, folder);
  }

  /** The topics that the stage keeps for itself. */
  public static List<String> changelogs() {
    return StageTopics.changelogs(APPLICATION_ID, FoldTopology.build(StateHistory.NONE));
  }

  public Readiness readiness() {
    KafkaStreams.State state = streams.state();
    return switch (state) {
      case RUNNING -> Readiness.READY;
      case ERROR, NOT_RUNNING, PENDING_ERROR, PENDING_SHUTDOWN ->
          new Readiness.Failed(
              recovery.verdict().orElse("the " + FoldTopology.NAME + " has stopped"));
      default -> new Readiness.Restoring("the " + FoldTopology.NAME);
    };
  }

  @Override
  public void close() {
    recovery.stop();
    if (!streams.close(Duration.ofSeconds(10))) {
      log.warn("the fold did not stop in time; {} remains", folder);
      return;
    }
    streams.cleanUp();
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      log.debug("{} remains: {}", folder, e.toString());
    }
  }

  private static Properties config(Path folder) {
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_EVERY_MILLIS);
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

  /** Stores are in memory, backed by changelogs; the folder holds only Kafka Streams' lock file. */
  private static Path stateFolder() {
    try {
      return Files.createTempDirectory("smart-spawn-fold");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
