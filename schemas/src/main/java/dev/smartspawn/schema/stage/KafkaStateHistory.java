package dev.smartspawn.schema.stage;

import dev.smartspawn.schema.kafka.GrouplessConsumer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka. A failure of Kafka is thrown as it is: nothing is known then. */
public final class KafkaStateHistory implements StateHistory {

  private final Map<String, Object> client;
  private final String applicationId;
  private final Collection<String> inputs;

  /**
   * @param client brokers' addresses and other settings that all clients share
   * @param inputs topics that the stage reads
   */
  public KafkaStateHistory(
      Map<String, Object> client, String applicationId, Collection<String> inputs) {
    this.client = Map.copyOf(client);
    this.applicationId = applicationId;
    this.inputs = List.copyOf(inputs);
  }

  @Override
  public boolean hasCommitted(int partition) {
    Map<String, Object> config = new HashMap<>(client);
    // It names the group whose offsets are read; the consumer does not join it.
    config.put(ConsumerConfig.GROUP_ID_CONFIG, applicationId);
    Set<TopicPartition> partitions =
        inputs.stream()
            .map(topic -> new TopicPartition(topic, partition))
            .collect(Collectors.toSet());
    try (Consumer<byte[], byte[]> consumer = GrouplessConsumer.open(config)) {
      return consumer.committed(partitions).values().stream()
          .filter(Objects::nonNull)
          .anyMatch(committed -> committed.offset() > 0);
    }
  }

  @Override
  public Changelog changelog(String store, int partition) {
    LatestRecords records =
        LatestRecords.read(
            client,
            new TopicPartition("%s-%s-changelog".formatted(applicationId, store), partition));
    return new Changelog(records.end(), records.rows().size());
  }
}
