package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.stage.StageStore;
import dev.smartspawn.schema.stage.StateGuard;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.topic.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * spawn-requests -> spawn-events -> spawn-results. Requests may have any key; the ledger is keyed
 * by spawn id, so writing requests to it also partitions them by spawn.
 */
public final class FoldTopology {

  static final String READER = "spawn-worker";

  /** In messages. */
  static final String NAME = "stage that folds spawns into results";

  private static final String INTAKE = "intake";
  private static final String FOLD = "fold";

  private FoldTopology() {}

  /** Keeps its state in memory and in Kafka. */
  static Topology build(StateHistory history) {
    Topology topology = new Topology();
    enterRequests(topology);
    foldEvents(topology, history);
    return topology;
  }

  private static void enterRequests(Topology topology) {
    String events = "requested-or-rejected";
    String deadLetters = "unreadable-requests";
    readBytes(topology, "requests", Topics.SPAWN_REQUESTS.name());
    topology.addProcessor(INTAKE, () -> new RequestIntake(events, deadLetters), "requests");
    writeEvents(topology, events, INTAKE);
    writeDeadLetters(topology, deadLetters, INTAKE);
  }

  private static void foldEvents(Topology topology, StateHistory history) {
    String results = "results";
    String endings = "endings";
    String deadLetters = "unreadable-events";
    readBytes(topology, "events", Topics.SPAWN_EVENTS.name());
    StateGuard guard = new StateGuard(NAME, history);
    topology.addProcessor(
        FOLD, () -> new ResultFold(results, endings, deadLetters, guard), "events");
    for (StageStore<?, ?> store : ResultFold.STORES) {
      topology.addStateStore(store.builder(Stores::inMemoryKeyValueStore), FOLD);
    }
    topology.addSink(
        results,
        Topics.SPAWN_RESULTS.name(),
        Topics.SPAWN_RESULTS.keySerde().serializer(),
        Topics.SPAWN_RESULTS.valueSerde().serializer(),
        FOLD);
    writeEvents(topology, endings, FOLD);
    writeDeadLetters(topology, deadLetters, FOLD);
  }

  private static void readBytes(Topology topology, String name, String topic) {
    topology.addSource(name, new ByteArrayDeserializer(), new ByteArrayDeserializer(), topic);
  }

  private static void writeEvents(Topology topology, String name, String parent) {
    topology.addSink(
        name,
        Topics.SPAWN_EVENTS.name(),
        Topics.SPAWN_EVENTS.keySerde().serializer(),
        Topics.SPAWN_EVENTS.valueSerde().serializer(),
        parent);
  }

  private static void writeDeadLetters(Topology topology, String name, String parent) {
    topology.addSink(
        name,
        Topics.DEAD_LETTERS.name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        parent);
  }
}
