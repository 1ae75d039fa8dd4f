package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.ModelChange;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.JsonSerde;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic, in the order a record travels. Nothing else in the system spells a topic's name. */
public final class Topics {

  /** How many workers' ledgers can be written side by side; spawns are spread over them by id. */
  private static final int SPAWN_PARTITIONS = 4;

  /** "Refresh now": {@code {}} is a valid command and means every source. */
  public static final Topic<String, RefreshCommand> REFRESH_COMMANDS =
      new Topic<>(
          "refresh-commands",
          Serdes.String(),
          JsonSerde.strict(RefreshCommand.class),
          1,
          keptFor(7));

  /** Key: OpenRouter id. */
  public static final Topic<String, Raw<OpenRouterModel>> RAW_OPENROUTER = raw(Sources.OPENROUTER);

  /** Key: Artificial Analysis id. */
  public static final Topic<String, Raw<ArtificialAnalysisModel>> RAW_ARTIFICIAL_ANALYSIS =
      raw(Sources.ARTIFICIAL_ANALYSIS);

  /** Key: {@code eval_name}; a {@code fullname} repeats, once per precision and revision. */
  public static final Topic<String, Raw<HfEvaluation>> RAW_HF_LEADERBOARD =
      raw(Sources.HF_LEADERBOARD);

  /** Key: board and name; some names stand on both boards. */
  public static final Topic<String, Raw<ArenaRating>> RAW_LMARENA = raw(Sources.LMARENA);

  /** Key: LiveBench's model name. */
  public static final Topic<String, Raw<LiveBenchResult>> RAW_LIVEBENCH = raw(Sources.LIVEBENCH);

  /** data/aliases.yaml, one record a name. Key: the name. */
  public static final Topic<String, Alias> REFERENCE_ALIASES =
      new Topic<>(
          "reference-aliases", Serdes.String(), JsonSerde.tolerant(Alias.class), 1, compacted());

  /** data/seed-overrides.yaml, one record a model. Key: canonical id. */
  public static final Topic<CanonicalId, ModelOverride> REFERENCE_OVERRIDES =
      new Topic<>(
          "reference-overrides",
          CanonicalId.serde(),
          JsonSerde.tolerant(ModelOverride.class),
          1,
          compacted());

  /** How the last pull of each source ended. Key: source id. */
  public static final Topic<String, SourceStatus> SOURCE_STATUS =
      new Topic<>(
          "source-status", Serdes.String(), JsonSerde.tolerant(SourceStatus.class), 1, compacted());

  /**
   * The models as they are served. Key: canonical id. Rankings move for everybody when one figure
   * changes, so whole tables follow each other here; their history can be made again from the raw
   * topics, which keep theirs, and readers are not to read months of it at every start.
   */
  public static final Topic<CanonicalId, EnrichedModel> ENRICHED_MODELS =
      new Topic<>(
          "enriched-models",
          CanonicalId.serde(),
          JsonSerde.tolerant(EnrichedModel.class),
          1,
          compactedSoon());

  /** Names no model was found for. Key: source and the record's key there. */
  public static final Topic<String, UnresolvedName> UNRESOLVED_NAMES =
      new Topic<>(
          "unresolved-names",
          Serdes.String(),
          JsonSerde.tolerant(UnresolvedName.class),
          1,
          compacted());

  /** Which pulls the table of enriched models has in it by now. Key: {@link EnrichmentRun#KEY}. */
  public static final Topic<String, EnrichmentRun> ENRICHMENT_RUNS =
      new Topic<>(
          "enrichment-runs",
          Serdes.String(),
          JsonSerde.tolerant(EnrichmentRun.class),
          1,
          compacted());

  /**
   * Added, removed, dearer, better: from what to what and because of which pull. Key: canonical id.
   */
  public static final Topic<CanonicalId, ModelChange> MODEL_CHANGES =
      new Topic<>(
          "model-changes",
          CanonicalId.serde(),
          JsonSerde.tolerant(ModelChange.class),
          1,
          keptFor(400));

  /** As long a request can be delivered, and whoever reads spawns has to look back. */
  public static final Duration REQUESTS_KEPT = Duration.ofDays(30);

  /**
   * "Have this done": {@code {"task":"..."}} is enough. Key: spawn id, or none. Kept long enough
   * for the slowest worker; the broker stamps records on arrival, and deadlines count from then.
   *
   * <p>One partition: a share group deals partitions out to its members, so that with as many of
   * them as slots only one slot would see a request, and none while its dead owner is still a
   * member. All members share a single one, record by record.
   */
  public static final Topic<SpawnId, SpawnRequest> SPAWN_REQUESTS =
      new Topic<>(
          "spawn-requests",
          SpawnId.serde(),
          JsonSerde.strict(SpawnRequest.class),
          1,
          stampedOnArrival(limitedToRequests(keptFor((int) REQUESTS_KEPT.toDays()))));

  /** Every step of every spawn: the ledger. Key: spawn id. */
  public static final Topic<SpawnId, SpawnEvent> SPAWN_EVENTS =
      new Topic<>(
          "spawn-events",
          SpawnId.serde(),
          JsonSerde.tolerant(SpawnEvent.class),
          SPAWN_PARTITIONS,
          stampedOnArrival(keptFor(400)));

  /** What came of each spawn. Key: spawn id. */
  public static final Topic<SpawnId, SpawnResult> SPAWN_RESULTS =
      new Topic<>(
          "spawn-results",
          SpawnId.serde(),
          JsonSerde.tolerant(SpawnResult.class),
          SPAWN_PARTITIONS,
          compacted());

  /** What people thought of it. Key: spawn id. */
  public static final Topic<SpawnId, SpawnOutcome> SPAWN_OUTCOMES =
      new Topic<>(
          "spawn-outcomes", SpawnId.serde(), JsonSerde.strict(SpawnOutcome.class), 1, compacted());

  /**
   * What agents report of the spawns they ran themselves, and of what came of them. Key: the
   * model's canonical id; such spawns have no id of their own, so their ratings are no {@link
   * #SPAWN_OUTCOMES}.
   */
  public static final Topic<CanonicalId, SpawnReport> SPAWN_LOG =
      new Topic<>(
          "spawn-log", CanonicalId.serde(), JsonSerde.tolerant(SpawnReport.class), 1, keptFor(400));

  /** Bytes nobody could read, as they came; the reason is in {@link DeadLetter}'s headers. */
  public static final Topic<byte[], byte[]> DEAD_LETTERS =
      new Topic<>("dead-letters", Serdes.ByteArray(), Serdes.ByteArray(), 1, keptFor(30));

  /** One per pulled source. */
  public static final List<Topic<String, ? extends Raw<?>>> RAW =
      Sources.ALL.stream().<Topic<String, ? extends Raw<?>>>map(Topics::raw).toList();

  public static final List<Topic<?, ?>> ALL =
      Stream.of(
              List.of(REFRESH_COMMANDS),
              RAW,
              List.of(
                  REFERENCE_ALIASES,
                  REFERENCE_OVERRIDES,
                  SOURCE_STATUS,
                  ENRICHED_MODELS,
                  UNRESOLVED_NAMES,
                  ENRICHMENT_RUNS,
                  MODEL_CHANGES,
                  SPAWN_REQUESTS,
                  SPAWN_EVENTS,
                  SPAWN_RESULTS,
                  SPAWN_OUTCOMES,
                  SPAWN_LOG,
                  DEAD_LETTERS))
          .<Topic<?, ?>>flatMap(List::stream)
          .toList();

  /** The largest record any topic takes: five long model outputs exceed Kafka's default of 1 MB. */
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  /**
   * The largest request: the largest good one fits, and what is made of a bad one (a rejection that
   * lists its mistakes, a dead letter that holds it) fits into a record.
   */
  private static final int MAX_REQUEST_BYTES = MAX_RECORD_BYTES / 2;

  private Topics() {}

  public static Optional<Topic<?, ?>> named(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }

  /** The topic that a source's records are published to. */
  public static <T extends RawRecord> Topic<String, Raw<T>> raw(SourceDescriptor<T> source) {
    Serde<Raw<T>> serde =
        JsonSerde.tolerant(
            Json.MAPPER
                .getTypeFactory()
                .constructParametricType(Raw.class, source.records().type()));
    return new Topic<>(source.topicName(), Serdes.String(), serde, 1, compactedWithHistory());
  }

  private static Map<String, String> compacted() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.DELETE_RETENTION_MS_CONFIG, days(7),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
  }

  /**
   * Compacted, but every version is kept for 400 days: history is an asset, for as-of answers and
   * backtests.
   */
  private static Map<String, String> compactedWithHistory() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, days(400),
        TopicConfig.DELETE_RETENTION_MS_CONFIG, days(7),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
  }

  private static Map<String, String> compactedSoon() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.SEGMENT_MS_CONFIG, days(1),
        TopicConfig.DELETE_RETENTION_MS_CONFIG, days(7),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
  }

  private static Map<String, String> keptFor(int days) {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG, days(days),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
  }

  private static Map<String, String> limitedToRequests(Map<String, String> config) {
    Map<String, String> limited = new HashMap<>(config);
    limited.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_REQUEST_BYTES));
    return limited;
  }

  private static Map<String, String> stampedOnArrival(Map<String, String> config) {
    Map<String, String> stamped = new HashMap<>(config);
    stamped.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    return stamped;
  }

  private static String days(int days) {
    return Long.toString(Duration.ofDays(days).toMillis());
  }
}
