package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.ReadProgress;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.RequestRecord;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Folds requests, events and outcomes into spawns. Requests are read too, so that a spawn is shown
 * even if no worker runs.
 */
final class SpawnReader implements TopicReader.Records {

  /** As long as requests are kept. */
  static final Duration LOOKBACK = Topics.REQUESTS_KEPT;

  /**
   * At the start, topics are read one after the other. Events come first, since they end most
   * spawns: the requests of a month, read first, would all wait in memory for their events. Ratings
   * come last, when their spawns are known.
   */
  private static final List<Topic<?, ?>> IN_TURN =
      List.of(Topics.SPAWN_EVENTS, Topics.SPAWN_REQUESTS, Topics.SPAWN_OUTCOMES);

  private final SpawnTable table;
  private final SpawnMeter meter;
  private final SpawnWatches watches;
  private final Clock clock;
  private final ReadProgress progress = new ReadProgress();
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private Map<TopicPartition, Long> endsAtStart = Map.of();

  SpawnReader(SpawnTable table, SpawnMeter meter, SpawnWatches watches, Clock clock) {
    this.table = table;
    this.meter = meter;
    this.watches = watches;
    this.clock = clock;
  }

  /**
   * @return whether all that there was at the start has been read
   */
  boolean awaitCaughtUp(Duration patience) throws InterruptedException {
    return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether all that there was at the start has been read. */
  boolean hasCaughtUp() {
    return caughtUp.getCount() == 0;
  }

  /**
   * @return whether the record was read in time
   */
  boolean awaitRead(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    return progress.await(partition, offset, patience);
  }

  @Override
  public void begin(Consumer<?, ?> reader) {
    List<TopicPartition> partitions =
        GrouplessConsumer.assign(
            reader, Topics.SPAWN_REQUESTS, Topics.SPAWN_EVENTS, Topics.SPAWN_OUTCOMES);
    reader.seekToBeginning(partitions);
    skipOld(reader, partitions.stream().filter(SpawnReader::isKeptByTime).toList());
    endsAtStart = reader.endOffsets(partitions);
    if (caughtUp.getCount() > 0) {
      reader.pause(partitions);
      readInTurn(reader);
    }
  }

  private void skipOld(Consumer<?, ?> reader, Collection<TopicPartition> partitions) {
    long from = clock.instant().minus(LOOKBACK).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, from));
    reader
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                reader.seek(partition, found.offset());
              }
            });
  }

  private static boolean isKeptByTime(TopicPartition partition) {
    return !partition.topic().equals(Topics.SPAWN_OUTCOMES.name());
  }

  @Override
  public void batchRead(Consumer<?, ?> reader) {
    reader
        .assignment()
        .forEach(partition -> progress.reached(partition, reader.position(partition)));
    if (caughtUp.getCount() > 0) {
      readInTurn(reader);
    }
  }

  @Override
  public void end() {
    progress.end();
  }

  private void readInTurn(Consumer<?, ?> reader) {
    for (Topic<?, ?> topic : IN_TURN) {
      List<TopicPartition> partitions =
          endsAtStart.keySet().stream().filter(each -> each.topic().equals(topic.name())).toList();
      reader.resume(partitions);
      if (!hasReadWhatThereWas(reader, partitions)) {
        return;
      }
    }
    caughtUp.countDown();
  }

  private boolean hasReadWhatThereWas(Consumer<?, ?> reader, List<TopicPartition> partitions) {
    return partitions.stream()
        .allMatch(each -> reader.position(each) >= endsAtStart.getOrDefault(each, 0L));
  }

  @Override
  public void read(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.SPAWN_REQUESTS.name())) {
      readRequest(record);
    } else if (record.value() != null && record.topic().equals(Topics.SPAWN_EVENTS.name())) {
      readEvent(record);
    } else if (record.value() != null) {
      readOutcome(record);
    }
  }

  /** Invalid requests appear through their {@code Rejected} event. */
  private void readRequest(ConsumerRecord<byte[], byte[]> record) {
    RecordPosition position = new RecordPosition(record.partition(), record.offset());
    if (RequestRecord.of(position, record.value()) instanceof RequestRecord.Good good) {
      Instant at = Instant.ofEpochMilli(record.timestamp());
      RequestSummary summary = RequestSummary.of(position, good.request(), at);
      table.request(good.id(), summary);
    }
  }

  private void readEvent(ConsumerRecord<byte[], byte[]> record) {
    SpawnEvent event =
        Topics.SPAWN_EVENTS.valueSerde().deserializer().deserialize(record.topic(), record.value());
    boolean wasOver = table.find(event.spawnId()).map(KnownSpawn::isOver).orElse(false);
    table.change(
        event.spawnId(),
        event.at(),
        known -> known.after(event, record.partition(), record.offset()));
    if (!wasOver && caughtUp.getCount() == 0) {
      table.find(event.spawnId()).ifPresent(this::measureEnd);
    }
    watches.tell(new RecordedEvent(record.offset(), event));
  }

  private void measureEnd(KnownSpawn spawn) {
    KnownSpawn.@Nullable Ending ending = spawn.ending();
    if (ending != null) {
      meter.ended(spawn, ending);
    }
  }

  private void readOutcome(ConsumerRecord<byte[], byte[]> record) {
    SpawnOutcome outcome =
        Topics.SPAWN_OUTCOMES
            .valueSerde()
            .deserializer()
            .deserialize(record.topic(), record.value());
    RecordPosition position = new RecordPosition(record.partition(), record.offset());
    table.rate(new KnownSpawn.Rated(outcome, position));
  }
}
