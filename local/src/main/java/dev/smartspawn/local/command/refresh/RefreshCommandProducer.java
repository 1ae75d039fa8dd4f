package dev.smartspawn.local.command.refresh;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.topic.KafkaAddress;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.topic.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes a refresh command on its topic, as any Kafka client can. */
final class RefreshCommandProducer {

  private RefreshCommandProducer() {}

  /** Returns once Kafka has it. */
  static void send(KafkaAddress kafka, RefreshCommand command) {
    try (Producer<String, RefreshCommand> producer =
        kafka.reachable().producer("refresh", Map.of(), Topics.REFRESH_COMMANDS)) {
      String id = UUID.randomUUID().toString();
      producer.send(new ProducerRecord<>(Topics.REFRESH_COMMANDS.name(), id, command)).get();
    } catch (ExecutionException e) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "%s did not take the command: %s".formatted(kafka.bootstrapServers(), e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted while sending the command");
    }
  }
}
