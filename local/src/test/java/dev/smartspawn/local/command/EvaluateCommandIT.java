package dev.smartspawn.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.topic.TopicCreation;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Where there is nothing to evaluate. */
class EvaluateCommandIT {

  @Test
  void nobodyThereIsSaidPlainly() {
    String address = "127.0.0.1:" + LoopbackPort.free();
    CommandRun run = CommandRun.of("evaluate", "--bootstrap-server", address);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).contains("nothing answers at " + address);
  }

  @Test
  void saysWhatIsMissingAndCreatesNothing() throws Exception {
    try (TestKafka kafka = TestKafka.start();
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      CommandRun noTopics =
          CommandRun.of("evaluate", "--bootstrap-server", kafka.bootstrapServers());
      assertThat(noTopics.exitCode()).isEqualTo(ExitCode.FAILURE);
      assertThat(noTopics.err()).contains("there is no topic 'raw-");
      assertThat(admin.listTopics().names().get()).isEmpty();

      TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
      CommandRun noModels =
          CommandRun.of("evaluate", "--bootstrap-server", kafka.bootstrapServers());
      assertThat(noModels.exitCode()).isEqualTo(ExitCode.FAILURE);
      assertThat(noModels.err()).contains("there are no models on");
      assertThat(admin.listGroups().all().get()).isEmpty();
    }
  }
}
