package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.attachment.AttachmentPart;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.JsonSerde;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.setting.RetentionSetting;
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

/** Every topic, in the order a record travels. No other class spells out a topic's name. */
public final class Topics {

  /** The number of partitions of spawn topics. Spawns are distributed over them by id. */
  private static final int SPAWN_PARTITIONS = 4;

  /** Commands to pull sources now; {@code {}} means every source. */
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

  /** Key: {@code eval_name}. A {@code fullname} has one row per precision and revision. */
  public static final Topic<String, Raw<HfEvaluation>> RAW_HF_LEADERBOARD =
      raw(Sources.HF_LEADERBOARD);

  /** Key: board and name, because some names are on both boards. */
  public static final Topic<String, Raw<ArenaRating>> RAW_LMARENA = raw(Sources.LMARENA);

  /** Key: board and name. */
  public static final Topic<String, Raw<ArenaStanding>> RAW_LMARENA_DATASET =
      raw(Sources.LMARENA_DATASET);

  /** Key: LiveBench's model name. */
  public static final Topic<String, Raw<LiveBenchResult>> RAW_LIVEBENCH = raw(Sources.LIVEBENCH);

  /** data/aliases.yaml, one record per name. Key: the name. */
  public static final Topic<String, Alias> REFERENCE_ALIASES =
      new Topic<>(
          "reference-aliases",
          Serdes.String(),
          JsonSerde.tolerant(Alias.class),
          1,
          compactedWithHistory());

  /** data/seed-overrides.yaml, one record per model. Key: canonical id. */
  public static final Topic<CanonicalId, ModelOverride> REFERENCE_OVERRIDES =
      new Topic<>(
          "reference-overrides",
          CanonicalId.serde(),
          JsonSerde.tolerant(ModelOverride.class),
          1,
          compactedWithHistory());

  /** How the last pull of each source ended. Key: source id. */
  public static final Topic<String, SourceStatus> SOURCE_STATUS =
      new Topic<>(
          "source-status", Serdes.String(), JsonSerde.tolerant(SourceStatus.class), 1, compacted());

  /**
   * The models as the API serves them. Key: canonical id. One changed figure can move the rankings
   * of all models, so the topic often receives a whole new table. It keeps no history, so that
   * readers do not have to read months of it at every start. The history can be rebuilt from the
   * raw topics.
   */
  public static final Topic<CanonicalId, EnrichedModel> ENRICHED_MODELS =
      new Topic<>(
          "enriched-models",
          CanonicalId.serde(),
          JsonSerde.tolerant(EnrichedModel.class),
          1,
          compactedSoon());

  /** Names for which no model was found. Key: source and the record's key there. */
  public static final Topic<String, UnresolvedName> UNRESOLVED_NAMES =
      new Topic<>(
          "unresolved-names",
          Serdes.String(),
          JsonSerde.tolerant(UnresolvedName.class),
          1,
          compacted());

  /** The pulls that the table of enriched models contains. Key: {@link EnrichmentRun#KEY}. */
  public static final Topic<String, EnrichmentRun> ENRICHMENT_RUNS =
      new Topic<>(
          "enrichment-runs",
          Serdes.String(),
          JsonSerde.tolerant(EnrichmentRun.class),
          1,
          compacted());

  /**
   * The refreshes that are closed, each with its pulls and the leaders from then on. Key: when it
   * was closed.
   */
  public static final Topic<String, ClosedRefresh> CLOSED_REFRESHES =
      new Topic<>(
          "closed-refreshes",
          Serdes.String(),
          JsonSerde.tolerant(ClosedRefresh.class),
          1,
          keptFor(400));

  /**
   * Changes worth reading, such as a new price, a score that moved by more than its error or
   * another answer, each with the pulls that caused it. Key: canonical id; none if a change is not
   * about one model.
   */
  public static final Topic<CanonicalId, ModelChange> MODEL_CHANGES =
      new Topic<>(
          "model-changes",
          CanonicalId.serde(),
          JsonSerde.tolerant(ModelChange.class),
          1,
          keptFor(400));

  /** How long a part of an attachment can be read at most. A spawn lives one day at most. */
  public static final Duration ATTACHMENTS_KEPT = Duration.ofDays(2);

  /**
   * Files of requests, in parts. They are keyed by the file's content, so the same file is kept
   * once. A tombstone removes a part that no open request needs.
   */
  public static final Topic<AttachmentPart, byte[]> SPAWN_ATTACHMENTS =
      new Topic<>(
          "spawn-attachments",
          AttachmentPart.serde(),
          Serdes.ByteArray(),
          1,
          stampedOnArrival(removedOnceUnused()));

  /**
   * How long a request can be delivered, and therefore how far back readers of spawns must look.
   */
  public static final Duration REQUESTS_KEPT = Duration.ofDays(30);

  /**
   * Requests to have a task done; {@code {"task":"..."}} is enough. Key: spawn id, or none. They
   * are kept long enough for the slowest worker. The broker stamps records on arrival, and
   * deadlines count from that time.
   *
   * <p>The topic has one partition because all members of a share group share a single partition
   * record by record. The group assigns several partitions to different members. With one partition
   * per slot, only one slot would see a request, and no slot would see it while a dead owner is
   * still a member.
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

  /** The result of each spawn, as long as the operator keeps results. Key: spawn id. */
  public static final Topic<SpawnId, SpawnResult> SPAWN_RESULTS =
      new Topic<>(
          "spawn-results",
          SpawnId.serde(),
          JsonSerde.tolerant(SpawnResult.class),
          SPAWN_PARTITIONS,
          compactedFor(400),
          RetentionSetting.RESULTS);

  /**
   * What the calls of the ledger cost, added up by day, profile, model, category, mode and purpose.
   * Days that the ledger no longer has stay. Key: what a row counts.
   */
  public static final Topic<SpendKey, SpendRow> SPEND =
      new Topic<>("spend", SpendKey.serde(), JsonSerde.tolerant(SpendRow.class), 1, compacted());

  /**
   * How spawns ended, what they cost, and what one answer of another model would have cost, added
   * up as the ledger has it. Key: what a row counts.
   */
  public static final Topic<SavingsKey, SavingsRow> SAVINGS =
      new Topic<>(
          "savings", SavingsKey.serde(), JsonSerde.tolerant(SavingsRow.class), 1, compacted());

  /** Users' ratings of answers, kept as long as results. Key: spawn id. */
  public static final Topic<SpawnId, SpawnOutcome> SPAWN_OUTCOMES =
      new Topic<>(
          "spawn-outcomes",
          SpawnId.serde(),
          JsonSerde.strict(SpawnOutcome.class),
          1,
          compactedFor(400),
          RetentionSetting.RESULTS);

  /**
   * Agents' reports about spawns that they ran themselves, and about the results. Key: the model's
   * canonical id. Such spawns have no id, so their ratings are not in {@link #SPAWN_OUTCOMES}.
   */
  public static final Topic<CanonicalId, SpawnReport> SPAWN_LOG =
      new Topic<>(
          "spawn-log", CanonicalId.serde(), JsonSerde.tolerant(SpawnReport.class), 1, keptFor(400));

  /** Unreadable records with unchanged bytes; the reason is in {@link DeadLetter}'s headers. */
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
                  CLOSED_REFRESHES,
                  MODEL_CHANGES,
                  SPAWN_ATTACHMENTS,
                  SPAWN_REQUESTS,
                  SPAWN_EVENTS,
                  SPAWN_RESULTS,
                  SPEND,
                  SAVINGS,
                  SPAWN_OUTCOMES,
                  SPAWN_LOG,
                  DEAD_LETTERS))
          .<Topic<?, ?>>flatMap(List::stream)
          .toList();

  /**
   * The largest record that a topic accepts: five long model outputs exceed Kafka's default of 1
   * MB.
   */
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  /**
   * The largest request. The largest valid request fits. The records made from an invalid one also
   * fit: a rejection that lists its mistakes, and a dead letter that contains it.
   */
  private static final int MAX_REQUEST_BYTES = MAX_RECORD_BYTES / 2;

  /** The largest part of an attachment, with its key: Kafka's default. */
  private static final int MAX_PART_BYTES = 1_048_588;

  private Topics() {}

  /**
   * @param name with or without the deployment's prefix
   */
  public static Optional<Topic<?, ?>> named(String name) {
    return ALL.stream()
        .filter(topic -> topic.name().equals(name) || topic.plainName().equals(name))
        .findFirst();
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

  /** Compacted, and deleted after that many days. */
  private static Map<String, String> compactedFor(int days) {
    Map<String, String> config = new HashMap<>(compacted());
    config.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.RETENTION_MS_CONFIG, days(days));
    return config;
  }

  /**
   * Compacted, but every version is kept for 400 days, because answers as of a past date and
   * backtests need the history. Records keep the time of their pull, also where a cluster stamps
   * records on arrival by default.
   */
  private static Map<String, String> compactedWithHistory() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, days(400),
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime",
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

  /**
   * Compaction leaves records alone for an hour: a part that was written just before an older one's
   * tombstone can still be read and is written again. Records fit into a broker's default size.
   */
  private static Map<String, String> removedOnceUnused() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(ATTACHMENTS_KEPT.toMillis()),
        TopicConfig.SEGMENT_MS_CONFIG,
        hours(1),
        TopicConfig.SEGMENT_BYTES_CONFIG,
        Integer.toString(64 * 1024 * 1024),
        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
        hours(1),
        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
        hours(4),
        TopicConfig.DELETE_RETENTION_MS_CONFIG,
        days(1),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(MAX_PART_BYTES));
  }

  private static String hours(int hours) {
    return Long.toString(Duration.ofHours(hours).toMillis());
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
