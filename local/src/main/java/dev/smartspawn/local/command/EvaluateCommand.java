package dev.smartspawn.local.command;

import dev.smartspawn.enrich.evaluation.TopicsEvaluation;
import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.ReportOptions;
import dev.smartspawn.local.command.day.DaysCommand;
import dev.smartspawn.local.command.topic.KafkaAddress;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates names and ranking on the records of a running system, without changing any. */
@Command(
    name = "evaluate",
    subcommands = DaysCommand.class,
    description = "Evaluate how names are matched and models are ranked.",
    footer = {
      "",
      "Counts how many of the audited names find their model; then hides one source at a time and",
      "measures how well the others predict it, and whether the stated intervals and confidences",
      "are true.",
      "Reads the sources' records and the aliases from Kafka, and writes nothing there.",
      "Each figure has its interval, and the same figure for the specification's order."
    })
final class EvaluateCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka brokers, separated by commas (default: ${DEFAULT-VALUE})")
  String bootstrapServers = "";

  @Mixin ReportOptions output = new ReportOptions();

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "also write the tables to a page of documentation, as Markdown")
  @Nullable Path page;

  @Override
  public void run() {
    TopicsEvaluation.Result result = read().result();
    if (result.models() == 0) {
      throw new CommandFailure(
          ExitCode.FAILURE,
          "there are no models on %s yet: the first pulls are under way"
              .formatted(bootstrapServers));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(output.isJson() ? result.json() : result.table().stripTrailing());
    PrintWriter err = spec.commandLine().getErr();
    output.write(result.json(), err);
    if (page != null) {
      ReportOptions.write(page, result.page(), err);
    }
    out.flush();
  }

  private TopicsEvaluation read() {
    TopicsEvaluation evaluation = new TopicsEvaluation();
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(new KafkaAddress(bootstrapServers).reachable())) {
      Set<String> existing = reader.topics();
      for (String topic : evaluation.topics()) {
        if (!existing.contains(topic)) {
          throw new CommandFailure(
              ExitCode.FAILURE,
              "there is no topic '%s' on %s yet: `./smart-spawn up` creates it"
                  .formatted(topic, bootstrapServers));
        }
        reader.readAll(topic, evaluation::take);
      }
    }
    return evaluation;
  }
}
