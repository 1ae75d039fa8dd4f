package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.attachment.index.PartTombstone;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.source.Sources;
import dev.smartspawn.schema.trace.RequestId;
import java.util.List;
import java.util.Map;

/**
 * The description of a topic in the AsyncAPI document, beyond its name, type and configuration.
 *
 * @param key the meaning of a record's key
 * @param holds the meaning of a record
 * @param senders services, or {@link #ANY_CLIENT}
 * @param receivers services, or {@link #ANY_CLIENT}
 * @param headers name to meaning
 */
record ChannelOfTopic(
    Topic<?, ?> topic,
    String key,
    String holds,
    List<String> senders,
    List<String> receivers,
    Map<String, String> headers) {

  static final String ANY_CLIENT = "any Kafka client";

  private static final String INGESTORS = "ingestors";
  private static final String ENRICHER = "enricher";
  private static final String QUERY_API = "query-api";
  private static final String SPAWN_WORKER = "spawn-worker";

  private static final Map<String, String> REQUEST_ID =
      Map.of(
          RequestId.KAFKA_HEADER,
          "the request that led to this record; equals its answer's " + RequestId.HTTP_HEADER);

  /** In the order a record travels. */
  static final List<ChannelOfTopic> ALL =
      List.of(
          of(
              Topics.REFRESH_COMMANDS,
              "any",
              "A command to pull sources; {} means all. Read strictly: unknown fields are refused.",
              List.of(ANY_CLIENT, QUERY_API, INGESTORS),
              List.of(INGESTORS),
              REQUEST_ID),
          raw(Topics.RAW_OPENROUTER, Sources.OPENROUTER),
          raw(Topics.RAW_ARTIFICIAL_ANALYSIS, Sources.ARTIFICIAL_ANALYSIS),
          raw(Topics.RAW_HF_LEADERBOARD, Sources.HF_LEADERBOARD),
          raw(Topics.RAW_LMARENA, Sources.LMARENA),
          raw(Topics.RAW_LMARENA_DATASET, Sources.LMARENA_DATASET),
          raw(Topics.RAW_LIVEBENCH, Sources.LIVEBENCH),
          table(
              Topics.REFERENCE_ALIASES,
              "the name",
              "A line of aliases.yaml: which model a source's name means.",
              INGESTORS,
              List.of(ENRICHER)),
          table(
              Topics.REFERENCE_OVERRIDES,
              "canonical id",
              "An entry of seed-overrides.yaml: the values set by hand for a model.",
              INGESTORS,
              List.of(ENRICHER)),
          table(
              Topics.SOURCE_STATUS,
              "source",
              "How a source's last pull ended, what is served, and when it may be pulled again.",
              INGESTORS,
              List.of(INGESTORS, ENRICHER, QUERY_API)),
          table(
              Topics.ENRICHED_MODELS,
              "canonical id",
              "A model with everything known about it. A tombstone removes it from the catalogue.",
              ENRICHER,
              List.of(QUERY_API)),
          table(
              Topics.UNRESOLVED_NAMES,
              "source and its key",
              "A name without a matching model in the catalogue, with the nearest models.",
              ENRICHER,
              List.of(QUERY_API)),
          table(
              Topics.ENRICHMENT_RUNS,
              "the constant enriched-models",
              "The pulls that the table of models contains, and its fingerprint.",
              ENRICHER,
              List.of(QUERY_API)),
          table(
              Topics.CLOSED_REFRESHES,
              "the time it was closed",
              "A refresh whose pulls have all ended: its pulls, and the leaders from then on.",
              ENRICHER,
              List.of()),
          table(
              Topics.MODEL_CHANGES,
              "canonical id; none if the change is not about one model",
              "A change worth reading: a figure's old and new value, a category that moved as a whole or another answer, with the pulls behind it.",
              ENRICHER,
              List.of(QUERY_API)),
          of(
              Topics.SPAWN_ATTACHMENTS,
              "the SHA-256 of the file as 64 lower-case hexadecimal digits, a colon, the part's number, a slash and the number of parts, as in 9f86d081...:1/12",
              "A part of a file, as it is: at most 1 MB, usually 512 KB. The parts in order make up the file. All parts are written before a request names the file as attachment:sha256:9f86d081... A tombstone removes a part.",
              List.of(ANY_CLIENT, QUERY_API, SPAWN_WORKER),
              List.of(QUERY_API, SPAWN_WORKER),
              Map.of(
                  PartTombstone.UNTIL,
                  "only in a tombstone: the newest offset of the parts that it removes; without it, it removes every part before it")),
          of(
              Topics.SPAWN_REQUESTS,
              "any; the spawn's id where it has one",
              "A request to have a task done. {\"task\":\"...\"} is enough. Read strictly.",
              List.of(ANY_CLIENT, QUERY_API),
              List.of(SPAWN_WORKER),
              REQUEST_ID),
          of(
              Topics.SPAWN_EVENTS,
              "spawn id",
              "A step of a spawn: the ledger of claims, calls and costs.",
              List.of(SPAWN_WORKER, QUERY_API),
              List.of(SPAWN_WORKER, QUERY_API),
              REQUEST_ID),
          of(
              Topics.SPAWN_RESULTS,
              "spawn id",
              "The result of a spawn. Each spawn has exactly one.",
              List.of(SPAWN_WORKER),
              List.of(ANY_CLIENT),
              REQUEST_ID),
          of(
              Topics.SPEND,
              "what is counted, with blanks between: UTC day, profile, model, category, mode, purpose and the partition of spawn-events; - for unknown",
              "What the calls of one partition of spawn-events cost. Closed days do not change. A sum over several rows leaves the partition out.",
              List.of(SPAWN_WORKER),
              List.of(QUERY_API),
              Map.of()),
          of(
              Topics.SAVINGS,
              "what is counted, with blanks between: UTC day of the end, profile, category, mode, ending, baseline, its model and the partition of spawn-events; - for unknown or none",
              "What spawns of one partition of spawn-events cost, and what one answer of the baseline's model would have cost each time. The row without a baseline counts all spawns that ended so. Sums over several baselines mean nothing.",
              List.of(SPAWN_WORKER),
              List.of(QUERY_API),
              Map.of()),
          of(
              Topics.SPAWN_OUTCOMES,
              "spawn id",
              "A user's rating of an answer.",
              List.of(QUERY_API),
              List.of(QUERY_API),
              REQUEST_ID),
          of(
              Topics.SPAWN_LOG,
              "canonical id of the model",
              "An agent's report about a spawn that it ran itself: its start or its rating.",
              List.of(QUERY_API),
              List.of(ANY_CLIENT),
              REQUEST_ID),
          of(
              Topics.DEAD_LETTERS,
              "the unreadable record's own",
              "An unreadable record with unchanged bytes.",
              List.of(INGESTORS, ENRICHER, QUERY_API, SPAWN_WORKER),
              List.of(ANY_CLIENT),
              Map.of(
                  DeadLetter.REASON, "why it could not be read",
                  DeadLetter.READER, "the service that could not read it",
                  DeadLetter.TOPIC, "the topic it was on",
                  DeadLetter.PARTITION, "its partition",
                  DeadLetter.OFFSET, "its offset")));

  private static ChannelOfTopic of(
      Topic<?, ?> topic,
      String key,
      String holds,
      List<String> senders,
      List<String> receivers,
      Map<String, String> headers) {
    return new ChannelOfTopic(topic, key, holds, senders, receivers, headers);
  }

  private static ChannelOfTopic raw(Topic<?, ?> topic, SourceDescriptor<?> source) {
    String holds =
        "A record of the source: %s. Published when it differs from the last one."
            .formatted(source.records().meaning());
    return table(topic, source.records().key(), holds, INGESTORS, List.of(INGESTORS, ENRICHER));
  }

  private static ChannelOfTopic table(
      Topic<?, ?> topic, String key, String holds, String sender, List<String> receivers) {
    return of(topic, key, holds, List.of(sender), receivers, Map.of());
  }
}
