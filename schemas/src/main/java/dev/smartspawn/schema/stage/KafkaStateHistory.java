package dev.smartspawn.schema.stage;

import dev.smartspawn.schema.kafka.KafkaClients;
import java.util.Collection;
import java.util.Comparator;
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

  private final KafkaClients clients;
  private final String applicationId;
  private final Collection<String> inputs;

  /**
   * @param clients make its consumers
   * @param inputs topics that the stage reads
   */
  public KafkaStateHistory(KafkaClients clients, String applicationId, Collection<String> inputs) {
    this.clients = clients;
    this.applicationId = applicationId;
    this.inputs = List.copyOf(inputs);
  }

  @Override
  public boolean hasCommitted(int partition) {
    // It names the group whose offsets are read; the consumer does not join it.
    Map<String, Object> config = Map.of(ConsumerConfig.GROUP_ID_CONFIG, applicationId);
    try (Consumer<byte[], byte[]> consumer = clients.consumer("committed", config)) {
      return consumer.committed(partitions(partition)).values().stream()
          .filter(Objects::nonNull)
          .anyMatch(committed -> committed.offset() > 0);
    }
  }

  @Override
  public long beginning(int partition) {
    try (Consumer<byte[], byte[]> consumer = clients.consumer("beginning", Map.of())) {
      return consumer.beginningOffsets(partitions(partition)).values().stream()
          .max(Comparator.naturalOrder())
          .orElse(0L);
    }
  }

  @Override
  public Changelog changelog(String store, int partition) {
    LatestRecords records =
        LatestRecords.read(
            clients,
            new TopicPartition("%s-%s-changelog".formatted(applicationId, store), partition));
    return new Changelog(records.end(), records.rows().size());
  }

  private Set<TopicPartition> partitions(int partition) {
    return inputs.stream()
        .map(topic -> new TopicPartition(topic, partition))
        .collect(Collectors.toSet());
  }
}
