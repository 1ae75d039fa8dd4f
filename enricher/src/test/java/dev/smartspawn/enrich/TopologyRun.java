package dev.smartspawn.enrich;

import dev.smartspawn.enrich.publication.TableBefore;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.kafka.KafkaAccess;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.stage.StateHistory;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology under a test driver, fed as ingestors feed it, and everything it has sent. */
final class TopologyRun implements AutoCloseable {

  static final Instant START = Instant.parse("2026-07-01T12:00:00Z");

  private static final TestRecord<byte[], byte[]> NOTHING =
      new TestRecord<>(new byte[0], new byte[0]);

  private static final Duration TICK = Duration.ofMillis(50);

  private final SurvivingStores stores = new SurvivingStores();
  private final Map<String, Long> read = new HashMap<>();
  private final SortedMap<CanonicalId, byte[]> table = new TreeMap<>();
  private final SortedMap<String, UnresolvedName> unresolved = new TreeMap<>();
  private final List<String> sentUnresolved = new ArrayList<>();
  private final List<CanonicalId> sent = new ArrayList<>();
  private final List<ModelChange> changes = new ArrayList<>();
  private final List<EnrichmentRun> runs = new ArrayList<>();
  private final List<ClosedRefresh> closedRefreshes = new ArrayList<>();
  private final List<TestRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

  private StateHistory history = StateHistory.NONE;
  private ImplausibleTable implausible = ImplausibleTable.REFUSE;
  private Instant now = START;
  private TopologyTestDriver driver = start();
  private boolean closed;

  private TopologyTestDriver start() {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneOffset.UTC);
    return new TopologyTestDriver(
        new EnrichmentTopology(
                clock,
                SourceReadings.ALL,
                stores::store,
                new EnrichmentPast(history, this::published, implausible))
            .build(),
        properties(),
        now);
  }

  private TableBefore published() {
    return new TableBefore(new TreeMap<>(table), runs.isEmpty() ? null : lastRun());
  }

  SurvivingStores stores() {
    return stores;
  }

  /** What Kafka says of the state from the next start on. */
  TopologyRun history(StateHistory history) {
    this.history = history;
    return this;
  }

  TopologyRun implausible(ImplausibleTable implausible) {
    this.implausible = implausible;
    return this;
  }

  /** The driver forgets what is sent into a transaction between records, as dead letters are. */
  private static Properties properties() {
    Properties properties =
        new EnricherConfig(KafkaAccess.plain("127.0.0.1:1"), ImplausibleTable.REFUSE)
            .streamsProperties();
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    return properties;
  }

  /** A new instance, with the state the last one left. */
  TopologyRun restart() {
    collect();
    close();
    driver = start();
    closed = false;
    // The new driver counts offsets from 0: what nobody can read brings it to where the last was.
    read.forEach((topic, count) -> LongStream.range(0, count).forEach(i -> pipe(topic, NOTHING)));
    return this;
  }

  /** A pull of {@code source}: its records, then its outcome. */
  TopologyRun pull(Source source, String pullId, RawRecord... records) {
    for (RawRecord record : records) {
      say(source, pullId, record);
    }
    return outcome(source, pullId);
  }

  /** One record of a pull. */
  TopologyRun say(Source source, String pullId, RawRecord record) {
    return send(rawTopic(source), record.key(), raw(pullId, record));
  }

  TopologyRun unsay(Source source, String key) {
    return send(rawTopic(source), key, null);
  }

  /** The outcome of a pull all of whose records have been read. */
  TopologyRun outcome(Source source, String pullId) {
    return outcome(source, pullId, readUpTo(source));
  }

  TopologyRun outcome(Source source, String pullId, long rawEndOffset) {
    SourceStatus status =
        new SourceStatusBuilder(source)
            .outcome(SourceStatus.Outcome.OK, null)
            .records(pullId, now, 1, SourceStatus.Origin.LIVE)
            .rawEndOffset(rawEndOffset)
            .asked(now, null)
            .finishedAt(now)
            .effort(1, 1)
            .build();
    return send(Topics.SOURCE_STATUS, source.id(), status);
  }

  /** The status before a source is asked; the pull before was {@code lastPullId}. */
  TopologyRun begin(Source source, String lastPullId) {
    SourceStatus status =
        new SourceStatusBuilder(source)
            .outcome(SourceStatus.Outcome.OK, null)
            .records(lastPullId, now, 1, SourceStatus.Origin.LIVE)
            .rawEndOffset(readUpTo(source))
            .asked(now, null)
            .finishedAt(now.minusSeconds(1))
            .build();
    return send(Topics.SOURCE_STATUS, source.id(), status);
  }

  TopologyRun alias(String name, String canonicalId) {
    return send(Topics.REFERENCE_ALIASES, name, new Alias(name, CanonicalId.of(canonicalId)));
  }

  TopologyRun override(ModelOverride override) {
    return send(Topics.REFERENCE_OVERRIDES, override.canonicalId(), override);
  }

  TopologyRun bytes(Topic<?, ?> topic, byte[] key, byte[] value) {
    pipe(topic.name(), new TestRecord<>(key, value, now));
    read.merge(topic.name(), 1L, Long::sum);
    return this;
  }

  private void pipe(String topic, TestRecord<byte[], byte[]> record) {
    driver
        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(record);
  }

  <K, V> TopologyRun send(Topic<K, V> topic, K key, V value) {
    return bytes(
        topic,
        topic.keySerde().serializer().serialize(topic.name(), key),
        topic.valueSerde().serializer().serialize(topic.name(), value));
  }

  /** How many records of a source's topic this driver has read. */
  long readUpTo(Source source) {
    return read.getOrDefault(topicOf(source), 0L);
  }

  /** Lets time pass until nothing more is due. */
  TopologyRun settle() {
    return pass(RunPacing.PATIENCE.plus(RunPacing.PATIENCE));
  }

  TopologyRun pass(Duration span) {
    for (Instant end = now.plus(span); now.isBefore(end); ) {
      now = now.plus(TICK);
      driver.advanceWallClockTime(TICK);
    }
    collect();
    return this;
  }

  /** Jumps, as a night does. */
  TopologyRun wakeAt(Instant instant) {
    Duration span = Duration.between(now, instant);
    now = instant;
    driver.advanceWallClockTime(span);
    collect();
    return this;
  }

  SortedMap<CanonicalId, EnrichedModel> table() {
    SortedMap<CanonicalId, EnrichedModel> models = new TreeMap<>();
    table.forEach(
        (id, bytes) ->
            models.put(
                id, Topics.ENRICHED_MODELS.valueSerde().deserializer().deserialize(null, bytes)));
    return models;
  }

  EnrichedModel model(String id) {
    return table().get(CanonicalId.of(id));
  }

  SortedMap<CanonicalId, byte[]> tableBytes() {
    return table;
  }

  /** The names that stand in their topic. */
  SortedMap<String, UnresolvedName> unresolved() {
    return unresolved;
  }

  /** Keys of everything sent there, tombstones included. */
  List<String> sentUnresolved() {
    return sentUnresolved;
  }

  List<CanonicalId> sent() {
    return sent;
  }

  List<ModelChange> changes() {
    return changes;
  }

  List<EnrichmentRun> runs() {
    return runs;
  }

  List<ClosedRefresh> closedRefreshes() {
    return closedRefreshes;
  }

  EnrichmentRun lastRun() {
    return runs.get(runs.size() - 1);
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters;
  }

  /** A second time it does nothing: after a start that failed there is no driver to close. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      driver.close();
    }
  }

  private void collect() {
    for (TestRecord<CanonicalId, byte[]> row :
        output(Topics.ENRICHED_MODELS.name(), CanonicalId.serde().deserializer())) {
      sent.add(row.key());
      if (row.value() == null) {
        table.remove(row.key());
      } else {
        table.put(row.key(), row.value());
      }
    }
    for (TestRecord<String, byte[]> row :
        output(Topics.UNRESOLVED_NAMES.name(), new StringDeserializer())) {
      sentUnresolved.add(row.key());
      if (row.value() == null) {
        unresolved.remove(row.key());
      } else {
        unresolved.put(
            row.key(),
            Topics.UNRESOLVED_NAMES.valueSerde().deserializer().deserialize(null, row.value()));
      }
    }
    values(Topics.MODEL_CHANGES).forEach(changes::add);
    values(Topics.ENRICHMENT_RUNS).forEach(runs::add);
    values(Topics.CLOSED_REFRESHES).forEach(closedRefreshes::add);
    deadLetters.addAll(output(Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer()));
  }

  private <V> List<V> values(Topic<?, V> topic) {
    return output(topic.name(), new ByteArrayDeserializer()).stream()
        .map(record -> topic.valueSerde().deserializer().deserialize(topic.name(), record.value()))
        .toList();
  }

  private <K> List<TestRecord<K, byte[]>> output(String topic, Deserializer<K> keys) {
    return driver.createOutputTopic(topic, keys, new ByteArrayDeserializer()).readRecordsToList();
  }

  private static String topicOf(Source source) {
    return (Source.REFERENCE.contains(source) ? "reference-" : "raw-") + source.id();
  }

  // A record of a source is of its topic's type.
  @SuppressWarnings("unchecked")
  private static <T extends RawRecord> Topic<String, Raw<T>> rawTopic(Source source) {
    return (Topic<String, Raw<T>>)
        Topics.RAW.stream()
            .filter(topic -> topic.name().equals("raw-" + source.id()))
            .findFirst()
            .orElseThrow();
  }

  private <T extends RawRecord> Raw<T> raw(String pullId, T record) {
    return new Raw<>(pullId, START, record);
  }
}
