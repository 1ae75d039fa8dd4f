package dev.smartspawn.local.command.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.local.command.CommandRun;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.kafka.EmbeddedKafka;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.KafkaUnusableException;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics that somebody else has created. */
class TopicsPlanIT {

  @TempDir Path folder;

  @Test
  void wrongPartitionsRefuseTheStartAndDifferentRetentionIsAltered() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0, Clock.systemUTC())) {
      KafkaClients clients = KafkaClients.plain(kafka.bootstrapServers(), "test");
      try (Admin admin = clients.admin("test")) {
        admin
            .createTopics(
                List.of(
                    new NewTopic("raw-openrouter", 3, (short) 1),
                    new NewTopic("spawn-events", 2, (short) 1),
                    new NewTopic("model-changes", 1, (short) 1)
                        .configs(Map.of("retention.ms", "604800000"))))
            .all()
            .get();

        assertThatThrownBy(() -> TopicCreation.ensureAll(clients))
            .isInstanceOf(KafkaUnusableException.class)
            .hasMessageContaining("topic raw-openrouter has 3 partitions: it must have 1")
            .hasMessageNotContainingAny("spawn-events", "model-changes");

        admin.deleteTopics(List.of("raw-openrouter")).all().get();
        // The broker's metadata follows a moment later.
        Awaitility.await()
            .until(() -> !admin.listTopics().names().get().contains("raw-openrouter"));
      }
      CommandRun altered =
          CommandRun.of(
              "topics",
              "plan",
              "--alter",
              "--bootstrap-server",
              clients.access().bootstrapServers());
      assertThat(altered.exitCode()).as("%s", altered.err()).isEqualTo(ExitCode.OK);
      assertThat(altered.out())
          .contains("model-changes: retention.ms=34560000000, was 604800000")
          .contains("all topics exist");
      Awaitility.await().until(() -> TopicCreation.alterAll(clients).isEmpty());
    }
  }

  @Test
  void planNamesEveryTopicGroupAndRight() {
    CommandRun plan = CommandRun.of("topics", "plan", "--bootstrap-server", "kafka:9092");

    assertThat(plan.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(plan.out())
        .contains(Topics.ALL.stream().map(topic -> "--topic " + topic).toList())
        .contains("smart-spawn-enricher-positions-changelog --partitions 1")
        .contains("smart-spawn-results-spawns-changelog --partitions 4")
        .contains("--group smart-spawn- --resource-pattern-type prefixed");
  }
}
