package dev.smartspawn.query.change;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows model-changes. Of a long history only the end is read, since only that is kept. */
public final class ChangeFollower implements AutoCloseable {

  /** About 500 bytes each. */
  private static final int KEPT = 20_000;

  private final ChangeHistory history = new ChangeHistory(KEPT);
  private final TopicReader reader;

  private ChangeFollower(Supplier<Consumer<byte[], byte[]>> consumers) {
    reader = TopicReader.start("query-api-changes", consumers, new ChangeReader(history));
  }

  /** Returns immediately. */
  public static ChangeFollower start(KafkaClients clients) {
    return new ChangeFollower(() -> clients.consumer("changes", Map.of()));
  }

  public ChangeHistory history() {
    return history;
  }

  @Override
  public void close() {
    reader.close();
  }

  private record ChangeReader(ChangeHistory history) implements TopicReader.Records {

    @Override
    public void begin(Consumer<?, ?> consumer) {
      List<TopicPartition> partitions = GrouplessConsumer.assign(consumer, Topics.MODEL_CHANGES);
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
      consumer
          .endOffsets(partitions)
          .forEach(
              (partition, end) ->
                  consumer.seek(
                      partition, Math.max(beginnings.getOrDefault(partition, 0L), end - KEPT)));
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
      ModelChange change =
          Topics.MODEL_CHANGES
              .valueSerde()
              .deserializer()
              .deserialize(record.topic(), record.value());
      if (change != null) {
        history.add(change);
      }
    }
  }
}
