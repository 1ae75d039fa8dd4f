package dev.smartspawn.worker.spend;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.stage.StageStore;
import dev.smartspawn.schema.stage.StateGuard;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.stage.WorkerStage;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * spawn-events -> spend, savings. An application of its own, because the application's offsets are
 * what a rebuild resets.
 */
public final class SpendTopology {

  /** In messages. */
  private static final String NAME = "stage that adds up what spawns cost";

  public static final WorkerStage.Plan PLAN =
      new WorkerStage.Plan(
          "spend",
          "spend",
          NAME,
          Duration.ofMillis(300),
          List.of(Topics.SPAWN_EVENTS.name()),
          SpendTopology::build);

  private static final String EVENTS = "events";
  private static final String FOLD = "fold";
  private static final String SPEND = "spend";
  private static final String SAVINGS = "savings";

  private SpendTopology() {}

  static Topology build(StateHistory history) {
    Topology topology = new Topology();
    topology.addSource(
        EVENTS,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        Topics.SPAWN_EVENTS.name());
    StateGuard guard = new StateGuard(NAME, history);
    topology.addProcessor(FOLD, () -> new SpendFold(SPEND, SAVINGS, guard, history), EVENTS);
    for (StageStore<?, ?> store : SpendFold.STORES) {
      topology.addStateStore(store.builder(Stores::inMemoryKeyValueStore), FOLD);
    }
    addSink(topology, SPEND, Topics.SPEND);
    addSink(topology, SAVINGS, Topics.SAVINGS);
    return topology;
  }

  private static void addSink(Topology topology, String name, Topic<?, ?> topic) {
    topology.addSink(
        name, topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer(), FOLD);
  }
}
