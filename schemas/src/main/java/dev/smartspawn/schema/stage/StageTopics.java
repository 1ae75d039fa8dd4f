package dev.smartspawn.schema.stage;

import java.util.List;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** The topics that Kafka Streams keeps for itself. */
public final class StageTopics {

  private StageTopics() {}

  /** The changelogs of all stores of a topology, sorted. */
  public static List<String> changelogs(String applicationId, Topology topology) {
    return topology.describe().subtopologies().stream()
        .flatMap(part -> part.nodes().stream())
        .filter(TopologyDescription.Processor.class::isInstance)
        .flatMap(node -> ((TopologyDescription.Processor) node).stores().stream())
        .distinct()
        .sorted()
        .map(store -> "%s-%s-changelog".formatted(applicationId, store))
        .toList();
  }
}
