package dev.smartspawn.query.spawn;

import dev.smartspawn.query.topic.GrouplessConsumer;
import dev.smartspawn.query.topic.TopicFollower;
import dev.smartspawn.schema.spawn.SpawnId;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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

  private final Consumer<byte[], byte[]> consumer;
  private final SpawnWatches watches;
  private final SpawnReader reader;
  private final TopicFollower follower;

  private SpawnLog(Consumer<byte[], byte[]> consumer, SpawnWatches watches, SpawnReader reader) {
    this.consumer = consumer;
    this.watches = watches;
    this.reader = reader;
    this.follower = TopicFollower.start("query-api-spawns", consumer, reader);
  }

  /** Returns at once; {@link #awaitCaughtUp} waits until everything has been read. */
  static SpawnLog open(String bootstrapServers, SpawnTable table, SpawnMeter meter, Clock clock) {
    return start(
        GrouplessConsumer.open(
            bootstrapServers, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS)),
        table,
        meter,
        clock);
  }

  /**
   * @param consumer closed at the end
   */
  static SpawnLog start(
      Consumer<byte[], byte[]> consumer, SpawnTable table, SpawnMeter meter, Clock clock) {
    SpawnWatches watches = new SpawnWatches();
    return new SpawnLog(consumer, watches, new SpawnReader(table, meter, watches, clock));
  }

  /**
   * @return whether all that there was at the start has been read
   */
  boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return reader.awaitCaughtUp(patience);
  }

  /**
   * @return whether the record was read in time
   */
  boolean awaitRead(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    return reader.awaitRead(partition, offset, patience);
  }

  /** What its reader measures of itself. */
  KafkaClientMetrics clientMetrics() {
    return new KafkaClientMetrics(consumer);
  }

  void watch(SpawnId id, SpawnWatch watch) {
    watches.add(id, watch);
  }

  void unwatch(SpawnId id, SpawnWatch watch) {
    watches.remove(id, watch);
  }

  @Override
  public void close() {
    follower.close();
  }
}
