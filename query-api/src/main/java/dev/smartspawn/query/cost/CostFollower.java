package dev.smartspawn.query.cost;

import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.topic.Topics;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Follows spend and savings. They are compacted, so all of them is read. */
public final class CostFollower implements AutoCloseable {

  private final CostTables tables = new CostTables();
  private final TopicReader reader;

  private CostFollower(KafkaClients clients) {
    reader =
        TopicReader.start(
            "query-api-costs", () -> clients.consumer("costs", Map.of()), new CostReader(tables));
  }

  /** Returns immediately. */
  public static CostFollower start(KafkaClients clients) {
    return new CostFollower(clients);
  }

  public CostTables tables() {
    return tables;
  }

  @Override
  public void close() {
    reader.close();
  }

  private static final class CostReader implements TopicReader.Records {

    private final CostTables tables;
    private Map<TopicPartition, Long> endsAtStart = Map.of();

    CostReader(CostTables tables) {
      this.tables = tables;
    }

    @Override
    public void begin(Consumer<?, ?> consumer) {
      consumer.seekToBeginning(GrouplessConsumer.assign(consumer, Topics.SPEND, Topics.SAVINGS));
      endsAtStart = consumer.endOffsets(consumer.assignment());
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
      if (record.topic().equals(Topics.SPEND.name())) {
        read(Topics.SPEND, record, tables.spend()::put);
      } else {
        read(Topics.SAVINGS, record, tables.savings()::put);
      }
    }

    @Override
    public void batchRead(Consumer<?, ?> consumer) {
      if (!tables.isComplete()
          && endsAtStart.entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
        tables.complete();
      }
    }

    private static <K, V> void read(
        Topic<K, V> topic,
        ConsumerRecord<byte[], byte[]> record,
        BiConsumer<K, @Nullable V> table) {
      K key;
      try {
        key = topic.keySerde().deserializer().deserialize(record.topic(), record.key());
      } catch (IllegalArgumentException e) {
        throw new UnreadableRecordException(record.topic(), String.valueOf(e.getMessage()));
      }
      table.accept(
          key, topic.valueSerde().deserializer().deserialize(record.topic(), record.value()));
    }
  }
}
