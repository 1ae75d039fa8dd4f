package dev.smartspawn.local.spawn;

import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.SpawnWorkerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** What Kafka keeps for the stage that adds up costs, while no worker runs. */
record SpendApplication(KafkaClients clients) {

  private static final String GROUP = ClusterNames.own("spend");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As an operator rebuilds it: the application's offsets and its stores are deleted. */
  void forgetEverything() throws Exception {
    forgetOffsets();
    List<String> stores =
        SpawnWorkerConfig.changelogs().stream().filter(name -> name.startsWith(GROUP)).toList();
    try (Admin admin = clients.admin("rebuild")) {
      admin.deleteTopics(stores).all().get();
    }
  }

  /** As a broker does after a long pause. Possible once the killed worker's membership is over. */
  void forgetOffsets() {
    try (Admin admin = clients.admin("rebuild")) {
      Awaitility.await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                admin.deleteConsumerGroups(List.of(GROUP)).all().get();
                return true;
              });
    }
  }

  /**
   * Whether the ledger has been read up to these records.
   *
   * @param last offset of the last record by partition
   */
  boolean hasRead(Map<Integer, Long> last) throws Exception {
    try (Admin admin = clients.admin("progress")) {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
      return last.entrySet().stream()
          .allMatch(
              end -> {
                OffsetAndMetadata next =
                    read.get(new TopicPartition(Topics.SPAWN_EVENTS.name(), end.getKey()));
                return next != null && next.offset() > end.getValue();
              });
    }
  }
}
