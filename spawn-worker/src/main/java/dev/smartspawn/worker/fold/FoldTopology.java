package dev.smartspawn.worker.fold;

import dev.smartspawn.schema.kafka.JsonSerde;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.topic.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * spawn-requests -> spawn-events -> spawn-results. Requests may have any key; the ledger is keyed
 * by spawn id, so writing requests to it also partitions them by spawn.
 */
public final class FoldTopology {

  static final String READER = "spawn-worker";

  private static final String INTAKE = "intake";
  private static final String FOLD = "fold";

  private FoldTopology() {}

  public static Topology build() {
    Topology topology = new Topology();
    enterRequests(topology);
    foldEvents(topology);
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

  private static void foldEvents(Topology topology) {
    String results = "results";
    String endings = "endings";
    String deadLetters = "unreadable-events";
    readBytes(topology, "events", Topics.SPAWN_EVENTS.name());
    topology.addProcessor(FOLD, () -> new ResultFold(results, endings, deadLetters), "events");
    addStore(topology, ResultFold.SPAWNS, SpawnId.serde(), JsonSerde.tolerant(FoldState.class));
    addStore(topology, ResultFold.ENDED, SpawnId.serde(), Serdes.Long());
    addStore(topology, ResultFold.DUE, Serdes.Bytes(), SpawnId.serde());
    topology.addSink(
        results,
        Topics.SPAWN_RESULTS.name(),
        Topics.SPAWN_RESULTS.keySerde().serializer(),
        Topics.SPAWN_RESULTS.valueSerde().serializer(),
        FOLD);
    writeEvents(topology, endings, FOLD);
    writeDeadLetters(topology, deadLetters, FOLD);
  }

  private static <K, V> void addStore(
      Topology topology, String name, Serde<K> keys, Serde<V> values) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values), FOLD);
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
