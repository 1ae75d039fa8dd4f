package dev.smartspawn.schema.stage;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Lets a stage wait while no broker can be reached, instead of failing.
 *
 * <p>With exactly-once processing, Kafka Streams answers a timeout of its producer with a
 * TaskCorruptedException: it closes the task, aborts the transaction and restores the stores. While
 * no broker can be reached, the abort fails as well, and the restoration can end with nothing read
 * (as KAFKA-16017, whose fix does not cover this). The task then continues at its offsets with
 * empty stores. A timeout that does not occur cannot do this. Once a broker is back, it fences the
 * producer whose transaction has timed out, and the task is restored from the changelogs.
 */
public final class OutageSettings {

  /** How long a stage waits for a broker. After a longer outage, {@link StateGuard} decides. */
  static final Duration PATIENCE = Duration.ofHours(1);

  private OutageSettings() {}

  /** Adds the settings to those of a stage. */
  public static void addTo(Properties stage) {
    // A commit and an abort wait so long (default 60 s).
    stage.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), PATIENCE.toMillis());
    // A record that was sent but not confirmed waits so long (default 120 s).
    stage.put(
        StreamsConfig.producerPrefix(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG),
        (int) PATIENCE.toMillis());
    // A request for offsets is repeated for so long (default 5 min) before the thread dies.
    stage.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, PATIENCE.toMillis());
    // A commit and the abort after it may both wait before the thread polls again (default 5 min).
    // The price: a thread that hangs keeps its partitions for that long, as long as its process
    // lives. A process that was killed is noticed by the session timeout.
    stage.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
        (int) PATIENCE.multipliedBy(2).toMillis());
  }
}
