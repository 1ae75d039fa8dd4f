package dev.smartspawn.local.command.topic;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import dev.smartspawn.local.command.console.OutputOptions;
import dev.smartspawn.local.command.console.TextTable;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists topics or prints the records of one, through the serdes the services use. */
@Command(
    name = "topics",
    subcommands = TopicsPlanCommand.class,
    description = "List the topics, or print the records of one as the services read them.",
    footer = {
      "",
      "Records are printed as one line of JSON each, the newest ones unless --from-beginning;",
      "an unreadable one says why."
    })
public final class TopicsCommand implements Runnable {

  private static final int NEWEST = 10;

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka brokers, separated by commas (default: ${DEFAULT-VALUE})")
  String bootstrapServers = "";

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "a topic's name")
  @Nullable String name;

  @Option(names = "--from-beginning", description = "oldest records first, all of them")
  boolean fromBeginning;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "at most this many records (default: the newest " + NEWEST + ")")
  @Nullable Integer limit;

  @Option(names = "--key", paramLabel = "KEY", description = "only this key's records")
  @Nullable String key;

  @Mixin OutputOptions output = new OutputOptions();

  @Override
  public void run() {
    Topic<?, ?> topic = name == null ? null : known(name);
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(new KafkaAddress(bootstrapServers).reachable())) {
      Set<String> existing = reader.topics();
      if (topic == null) {
        list(reader, existing);
      } else if (existing.contains(topic.name())) {
        dump(reader, topic);
      } else {
        throw new CommandFailure(
            ExitCode.FAILURE,
            "there is no topic '%s' on %s yet: `./smart-spawn up` creates it"
                .formatted(topic, bootstrapServers));
      }
    }
  }

  private void list(TopicSnapshotReader reader, Set<String> existing) {
    List<TopicContent> contents =
        Topics.ALL.stream()
            .filter(topic -> existing.contains(topic.name()))
            .map(topic -> TopicContent.of(topic, reader))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      out.println(Json.MAPPER.valueToTree(contents).toPrettyString());
    } else {
      TextTable table = new TextTable("TOPIC", "RECORDS", "KEYS", "UNREADABLE");
      contents.forEach(
          one -> table.row(one.topic(), one.records(), one.liveKeys(), one.unreadable()));
      output.print(table, out);
    }
    out.flush();
  }

  private void dump(TopicSnapshotReader reader, Topic<?, ?> topic) {
    int most = limit != null ? limit : fromBeginning ? Integer.MAX_VALUE : NEWEST;
    Deque<ReadableRecord> kept = new ArrayDeque<>();
    reader.readAll(
        topic.name(),
        bytes -> {
          ReadableRecord record = ReadableRecord.of(topic, bytes);
          if (key == null || key.equals(record.key())) {
            keep(kept, record, most);
          }
        });
    PrintWriter out = spec.commandLine().getOut();
    kept.forEach(record -> out.println(record.toJson()));
    out.flush();
  }

  private void keep(Deque<ReadableRecord> kept, ReadableRecord record, int most) {
    if (kept.size() == most && fromBeginning) {
      return;
    }
    kept.addLast(record);
    if (kept.size() > most) {
      kept.removeFirst();
    }
  }

  private static Topic<?, ?> known(String name) {
    return Topics.named(name)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "unknown topic '%s': expected one of %s"
                        .formatted(
                            name,
                            Topics.ALL.stream()
                                .map(Topic::name)
                                .collect(Collectors.joining(", ")))));
  }
}
