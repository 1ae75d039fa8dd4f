package dev.smartspawn.enrich;

import dev.smartspawn.enrich.intake.InputRecords;
import dev.smartspawn.enrich.intake.InputTopic;
import dev.smartspawn.enrich.publication.Publication;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From raw topics and reference files to enriched models: read, enrich, publish. */
public final class EnrichmentTopology {

  private static final String STAGE = "enrich";

  private final Clock clock;
  private final List<SourceReading<?>> readings;
  private final Function<String, KeyValueBytesStoreSupplier> storage;
  private final EnrichmentPast past;
  private final Topology topology = new Topology();

  /** Keeps its state in memory and in Kafka. */
  public EnrichmentTopology(Clock clock, EnrichmentPast past) {
    this(clock, SourceReadings.ALL, Stores::inMemoryKeyValueStore, past);
  }

  /**
   * For the first start on a cluster.
   *
   * @param readings of every source that measures models
   * @param storage where the store of that name keeps its bytes
   */
  public EnrichmentTopology(
      Clock clock,
      List<SourceReading<?>> readings,
      Function<String, KeyValueBytesStoreSupplier> storage) {
    this(clock, readings, storage, EnrichmentPast.NONE);
  }

  /**
   * @param readings of every source that measures models
   * @param storage where the store of that name keeps its bytes
   */
  public EnrichmentTopology(
      Clock clock,
      List<SourceReading<?>> readings,
      Function<String, KeyValueBytesStoreSupplier> storage,
      EnrichmentPast past) {
    this.clock = clock;
    this.readings = readings;
    this.storage = storage;
    this.past = past;
  }

  public Topology build() {
    InputTopic.all(readings).forEach(input -> read(input.topic()));
    enrich();
    publish();
    return topology;
  }

  private void read(Topic<?, ?> topic) {
    topology.addSource(
        reading(topic),
        topic.keySerde().deserializer(),
        topic.valueSerde().deserializer(),
        topic.name());
  }

  private void enrich() {
    String[] parents =
        InputTopic.all(readings).stream()
            .map(input -> reading(input.topic()))
            .toArray(String[]::new);
    topology.addProcessor(STAGE, new StageSupplier(clock, readings, stores(), past), parents);
  }

  /** Models are sent as exactly the bytes that the run's fingerprint covers. */
  private void publish() {
    topology.addSink(
        Publication.MODELS_SINK,
        Topics.ENRICHED_MODELS.name(),
        Topics.ENRICHED_MODELS.keySerde().serializer(),
        new ByteArraySerializer(),
        STAGE);
    publish(Publication.UNRESOLVED_SINK, Topics.UNRESOLVED_NAMES);
    publish(Publication.RUNS_SINK, Topics.ENRICHMENT_RUNS);
    publish(Publication.CLOSED_SINK, Topics.CLOSED_REFRESHES);
    publish(Publication.CHANGES_SINK, Topics.MODEL_CHANGES);
  }

  private void publish(String sink, Topic<?, ?> topic) {
    topology.addSink(
        sink, topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer(), STAGE);
  }

  private static String reading(Topic<?, ?> topic) {
    return "read-" + topic.plainName();
  }

  private Set<StoreBuilder<?>> stores() {
    return Stream.concat(
            InputRecords.stores(readings, storage).stream(), Publication.stores(storage).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private record StageSupplier(
      Clock clock,
      List<SourceReading<?>> readings,
      Set<StoreBuilder<?>> stores,
      EnrichmentPast past)
      implements ProcessorSupplier<Object, Object, Object, Object> {

    @Override
    public Processor<Object, Object, Object, Object> get() {
      Set<String> names = stores.stream().map(StoreBuilder::name).collect(Collectors.toSet());
      return new EnrichmentStage(clock, readings, names, past);
    }
  }
}
