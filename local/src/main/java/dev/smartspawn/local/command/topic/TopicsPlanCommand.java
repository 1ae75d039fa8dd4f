package dev.smartspawn.local.command.topic;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.TopicCreation.Difference;
import java.io.PrintWriter;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a cluster needs, or brings a cluster's topics in line. */
@Command(
    name = "plan",
    description =
        "Print the commands that create all topics and give all rights on a Kafka cluster.",
    footer = {
      "",
      "Needs no broker, unless --alter is given: then missing topics are created, and existing ones",
      "get the configuration that they should have."
    })
public final class TopicsPlanCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka brokers, separated by commas (default: ${DEFAULT-VALUE})")
  String bootstrapServers = "";

  @Option(names = "--alter", description = "create and change the topics instead of printing")
  boolean alter;

  @Override
  public void run() {
    KafkaAddress kafka = new KafkaAddress(bootstrapServers);
    PrintWriter out = spec.commandLine().getOut();
    if (alter) {
      List<Difference> changed = alter(kafka);
      changed.forEach(
          each ->
              out.printf(
                  "%s: %s=%s, was %s%n",
                  each.topic(), each.property(), each.expected(), each.actual()));
      out.printf("all topics exist; %d properties changed%n", changed.size());
    } else {
      new TopicsPlan(kafka.access()).lines().forEach(out::println);
    }
    out.flush();
  }

  private static List<Difference> alter(KafkaAddress kafka) {
    try {
      return TopicCreation.alterAll(kafka.reachable());
    } catch (KafkaException e) {
      throw new CommandFailure(ExitCode.FAILURE, String.valueOf(e.getMessage()));
    }
  }
}
