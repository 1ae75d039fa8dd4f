package dev.smartspawn.enrich;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.lifecycle.RunningService;
import dev.smartspawn.schema.stage.ThreadRecovery;
import dev.smartspawn.schema.topic.TopicCreation;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enricher as a running service. */
public final class Enricher implements RunningService {

  static final String NAME = "enricher";

  private static final Logger LOG = LoggerFactory.getLogger(Enricher.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final KafkaStreams streams;
  private final ThreadRecovery recovery;

  private Enricher(KafkaStreams streams, ThreadRecovery recovery) {
    this.streams = streams;
    this.recovery = recovery;
  }

  /**
   * Returns once the topics exist and the topology is starting; {@link #readiness} reports when it
   * runs.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  public static Enricher start(EnricherConfig config, Clock clock) {
    KafkaClients clients = new KafkaClients(config.kafka(), NAME);
    TopicCreation.ensureAll(clients);
    ThreadRecovery recovery = new ThreadRecovery(NAME, clock);
    KafkaStreams streams =
        clients.streams(
            "stage",
            new EnrichmentTopology(clock, config.past(clients)).build(),
            config.streamsProperties());
    Enricher enricher = new Enricher(streams, recovery);
    streams.setUncaughtExceptionHandler(recovery);
    streams.setStateListener(Enricher::moved);
    streams.start();
    return enricher;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Readiness readiness() {
    return switch (streams.state()) {
      case RUNNING -> Readiness.READY;
      case CREATED, REBALANCING -> new Readiness.Restoring("state of the enricher");
      case PENDING_ERROR, ERROR -> new Readiness.Failed(failure());
      case PENDING_SHUTDOWN, NOT_RUNNING ->
          new Readiness.Failed(recovery.verdict().orElse("stopped"));
    };
  }

  @Override
  public void close() {
    recovery.stop();
    boolean closed =
        streams.close(
            CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    if (!closed) {
      LOG.warn("the enricher is still closing after {} s", CLOSE_TIMEOUT.toSeconds());
    }
  }

  private static void moved(KafkaStreams.State now, KafkaStreams.State before) {
    LOG.info("enricher: {} -> {}", before, now);
  }

  private String failure() {
    return recovery.verdict().orElse("Kafka Streams is in state " + streams.state());
  }
}
