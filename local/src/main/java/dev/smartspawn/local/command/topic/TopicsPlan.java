package dev.smartspawn.local.command.topic;

import dev.smartspawn.enrich.EnricherConfig;
import dev.smartspawn.schema.kafka.ClusterNames;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.SpawnWorkerConfig;
import java.util.ArrayList;
import java.util.List;

/** What a cluster's operator creates and allows before the services start. */
final class TopicsPlan {

  /** Every group and transactional id, and every topic of a stage, begins so. */
  private static final String OWN = ClusterNames.own("");

  private static final String PRINCIPAL = "User:smart-spawn";

  private final KafkaAccess access;

  TopicsPlan(KafkaAccess access) {
    this.access = access;
  }

  /** Commands of Kafka's distribution, with comments. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# topics; only those with several partitions may have another number of them");
    Topics.ALL.forEach(topic -> lines.add(topic.creationCommand(access)));
    lines.add("");
    lines.add("# topics that the enricher and the spawn-worker keep for their own state");
    EnricherConfig.changelogs().forEach(name -> lines.add(changelog(name, 1)));
    SpawnWorkerConfig.changelogs()
        .forEach(name -> lines.add(changelog(name, Topics.SPAWN_EVENTS.partitions())));
    lines.add("");
    lines.add("# rights");
    Topics.ALL.forEach(
        topic ->
            lines.add(acl("--topic " + topic, "Describe", "DescribeConfigs", "Read", "Write")));
    lines.add(
        acl(
            "--topic %s --resource-pattern-type prefixed".formatted(OWN),
            "Describe",
            "DescribeConfigs",
            "Read",
            "Write",
            "Delete"));
    lines.add(
        acl(
            "--group %s --resource-pattern-type prefixed".formatted(OWN),
            "Describe",
            "Read",
            "AlterConfigs",
            "DescribeConfigs"));
    lines.add(
        acl(
            "--transactional-id %s --resource-pattern-type prefixed".formatted(OWN),
            "Describe",
            "Write"));
    return lines;
  }

  private String changelog(String name, int partitions) {
    StringBuilder command =
        new StringBuilder(
            "kafka-topics.sh --bootstrap-server %s --create --topic %s --partitions %d --config cleanup.policy=compact"
                .formatted(access.bootstrapServers(), name, partitions));
    access.replicationFactor().ifPresent(n -> command.append(" --replication-factor ").append(n));
    access
        .minInSyncReplicas()
        .ifPresent(n -> command.append(" --config min.insync.replicas=").append(n));
    return command.toString();
  }

  private String acl(String resource, String... operations) {
    return "kafka-acls.sh --bootstrap-server %s --add --allow-principal %s --operation %s %s"
        .formatted(
            access.bootstrapServers(),
            PRINCIPAL,
            String.join(" --operation ", operations),
            resource);
  }
}
