package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.index.AttachmentIndex;
import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.ReadProgress;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows attachments and requests with one consumer. */
final class AttachmentFollower implements TopicReader.Records {

  /** Longer than any spawn lives. */
  private static final Duration LOOKBACK = Duration.ofHours(25);

  private final AttachmentIndex index;
  private final OpenUses uses;
  private final Clock clock;
  private final ReadProgress progress = new ReadProgress();
  private volatile List<TopicPartition> partitions = List.of();

  AttachmentFollower(AttachmentIndex index, OpenUses uses, Clock clock) {
    this.index = index;
    this.uses = uses;
    this.clock = clock;
  }

  @Override
  public void begin(Consumer<?, ?> consumer) {
    List<TopicPartition> all =
        GrouplessConsumer.assign(consumer, Topics.SPAWN_ATTACHMENTS, Topics.SPAWN_REQUESTS);
    consumer.seekToBeginning(all);
    long from = clock.instant().minus(LOOKBACK).toEpochMilli();
    Map<TopicPartition, Long> times = new HashMap<>();
    all.stream()
        .filter(partition -> partition.topic().equals(Topics.SPAWN_REQUESTS.name()))
        .forEach(partition -> times.put(partition, from));
    // Without a record that is so young, there is nothing to read yet.
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, found.offset());
              }
            });
    partitions = new ArrayList<>(all);
  }

  @Override
  public void read(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.SPAWN_ATTACHMENTS.name())) {
      index.read(record);
    } else {
      uses.read(record);
    }
  }

  @Override
  public void batchRead(Consumer<?, ?> consumer) {
    partitions.forEach(partition -> progress.reached(partition, consumer.position(partition)));
  }

  @Override
  public void end() {
    index.end();
    progress.end();
  }

  /** All partitions that it follows; empty until it has begun. */
  List<TopicPartition> partitions() {
    return partitions;
  }

  /**
   * @return whether everything before that offset was read in time
   */
  boolean awaitPosition(TopicPartition partition, long offset, Duration patience)
      throws InterruptedException {
    return progress.await(partition, offset - 1, patience);
  }
}
