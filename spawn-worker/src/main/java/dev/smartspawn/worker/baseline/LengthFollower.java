package dev.smartspawn.worker.baseline;

import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.kafka.GrouplessConsumer;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import dev.smartspawn.schema.topic.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Follows {@code spend}, which says how long answers have been. */
public final class LengthFollower implements AutoCloseable {

  private final ObservedLengths lengths = new ObservedLengths();
  private final TopicReader reader;

  private LengthFollower(KafkaClients clients) {
    reader =
        TopicReader.start(
            "answer-lengths", () -> clients.consumer("lengths", Map.of()), new Reading(lengths));
  }

  /** Returns at once. */
  public static LengthFollower start(KafkaClients clients) {
    return new LengthFollower(clients);
  }

  public ObservedLengths lengths() {
    return lengths;
  }

  @Override
  public void close() {
    reader.close();
  }

  private record Reading(ObservedLengths lengths) implements TopicReader.Records {

    @Override
    public void begin(Consumer<?, ?> consumer) {
      consumer.seekToBeginning(GrouplessConsumer.assign(consumer, Topics.SPEND));
    }

    @Override
    public void read(ConsumerRecord<byte[], byte[]> record) {
      SpendKey key;
      try {
        key = Topics.SPEND.keySerde().deserializer().deserialize(record.topic(), record.key());
      } catch (IllegalArgumentException e) {
        throw new UnreadableRecordException(record.topic(), String.valueOf(e.getMessage()));
      }
      lengths.put(
          key,
          Topics.SPEND.valueSerde().deserializer().deserialize(record.topic(), record.value()));
    }
  }
}
