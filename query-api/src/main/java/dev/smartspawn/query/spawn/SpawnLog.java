package dev.smartspawn.query.spawn;

import dev.smartspawn.query.topic.ReaderMetrics;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.spawn.SpawnId;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows requests, events and outcomes of spawns on a thread of its own, so that nothing else
 * waits while a long history is read at the start.
 */
final class SpawnLog implements AutoCloseable {

  /** In one batch; waiters are notified after each. */
  private static final int MOST_RECORDS = 500;

  private final SpawnWatches watches;
  private final SpawnReader records;
  private final TopicReader reader;
  private final ReaderMetrics metrics;

  private SpawnLog(
      Supplier<Consumer<byte[], byte[]>> consumers, SpawnWatches watches, SpawnReader records) {
    ReaderMetrics measuring = new ReaderMetrics();
    this.watches = watches;
    this.records = records;
    this.metrics = measuring;
    this.reader =
        TopicReader.start("query-api-spawns", () -> measuring.measured(consumers.get()), records);
  }

  /** Returns at once; {@link #awaitCaughtUp} waits until everything has been read. */
  static SpawnLog open(KafkaClients clients, SpawnTable table, SpawnMeter meter, Clock clock) {
    return start(
        () ->
            clients.consumer(
                "spawns", Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS)),
        table,
        meter,
        clock);
  }

  /**
   * @param consumers open a new consumer, which is closed at the end
   */
  static SpawnLog start(
      Supplier<Consumer<byte[], byte[]>> consumers,
      SpawnTable table,
      SpawnMeter meter,
      Clock clock) {
    SpawnWatches watches = new SpawnWatches();
    return new SpawnLog(consumers, watches, new SpawnReader(table, meter, watches, clock));
  }

  /**
   * @return whether all that there was at the start has been read
   */
  boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return records.awaitCaughtUp(patience);
  }

  /**
   * @return whether the record was read in time
   */
  boolean awaitRead(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    return records.awaitRead(partition, offset, patience);
  }

  /** Whether all that there was at the start has been read. */
  boolean hasCaughtUp() {
    return records.hasCaughtUp();
  }

  /** What its reader measures of itself. */
  ReaderMetrics metrics() {
    return metrics;
  }

  /** Whether requests and events can be read. */
  Readiness readiness() {
    return reader.readiness();
  }

  void watch(SpawnId id, SpawnWatch watch) {
    watches.add(id, watch);
  }

  void unwatch(SpawnId id, SpawnWatch watch) {
    watches.remove(id, watch);
  }

  @Override
  public void close() {
    reader.close();
    metrics.close();
  }
}
