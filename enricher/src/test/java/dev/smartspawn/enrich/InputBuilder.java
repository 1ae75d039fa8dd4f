package dev.smartspawn.enrich;

import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.enrich.table.EnrichedTable;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
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
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was said, for tests of the pure function. */
public final class InputBuilder {

  public static final LocalDate TODAY = LocalDate.parse("2026-07-01");

  private final SortedMap<String, TopicValue<Raw<OpenRouterModel>>> openRouter = new TreeMap<>();
  private final SortedMap<String, TopicValue<Raw<ArtificialAnalysisModel>>> analysis =
      new TreeMap<>();
  private final SortedMap<String, TopicValue<Raw<HfEvaluation>>> hf = new TreeMap<>();
  private final SortedMap<String, TopicValue<Raw<ArenaRating>>> arena = new TreeMap<>();
  private final SortedMap<String, TopicValue<Raw<ArenaStanding>>> arenaDataset = new TreeMap<>();
  private final SortedMap<String, TopicValue<Raw<LiveBenchResult>>> liveBench = new TreeMap<>();
  private final SortedMap<String, TopicValue<Alias>> aliases = new TreeMap<>();
  private final SortedMap<CanonicalId, TopicValue<ModelOverride>> overrides = new TreeMap<>();

  /** Everything that was ever said, by topic and offset. */
  private final Map<String, List<RawRecord>> logs = new HashMap<>();

  /** Each record pulled a second after the last. */
  private Instant pulledAt = Instant.parse("2026-07-01T00:00:00Z");

  public InputBuilder listing(Listing listing) {
    return listing(listing.model());
  }

  public InputBuilder listing(OpenRouterModel model) {
    return put(Topics.RAW_OPENROUTER, openRouter, model);
  }

  public InputBuilder analysis(ArtificialAnalysisModel row) {
    return put(Topics.RAW_ARTIFICIAL_ANALYSIS, analysis, row);
  }

  public InputBuilder hf(HfEvaluation row) {
    return put(Topics.RAW_HF_LEADERBOARD, hf, row);
  }

  public InputBuilder rating(ArenaRating row) {
    return put(Topics.RAW_LMARENA, arena, row);
  }

  public InputBuilder standing(ArenaStanding row) {
    return put(Topics.RAW_LMARENA_DATASET, arenaDataset, row);
  }

  public InputBuilder liveBench(LiveBenchResult row) {
    return put(Topics.RAW_LIVEBENCH, liveBench, row);
  }

  public InputBuilder alias(String name, String id) {
    aliases.put(name, new TopicValue<>(new Alias(name, CanonicalId.of(id)), 0));
    return this;
  }

  public InputBuilder override(ModelOverride override) {
    overrides.put(override.canonicalId(), new TopicValue<>(override, 0));
    return this;
  }

  public EnrichmentInput on(LocalDate today) {
    return new EnrichmentInput(
        openRouter.values(),
        List.of(
            new SourceRecords<>(SourceReadings.ARTIFICIAL_ANALYSIS, analysis.values()),
            new SourceRecords<>(SourceReadings.HF_LEADERBOARD, hf.values()),
            new SourceRecords<>(SourceReadings.LMARENA, arena.values()),
            new SourceRecords<>(SourceReadings.LMARENA_DATASET, arenaDataset.values()),
            new SourceRecords<>(SourceReadings.LIVEBENCH, liveBench.values())),
        aliases.values(),
        overrides,
        today);
  }

  public EnrichedTable enrichment() {
    return EnrichedTable.of(on(TODAY), new ResolutionCache());
  }

  public SortedMap<CanonicalId, EnrichedModel> table() {
    return table(TODAY);
  }

  public SortedMap<CanonicalId, EnrichedModel> table(LocalDate today) {
    return EnrichedTable.of(on(today), new ResolutionCache()).models();
  }

  public EnrichedModel model(String id) {
    return table().get(CanonicalId.of(id));
  }

  /** What stands in a topic at an offset. */
  public RawRecord record(String topic, long offset) {
    return logs.get(topic).get((int) offset);
  }

  private <T extends RawRecord> InputBuilder put(
      Topic<String, Raw<T>> topic, SortedMap<String, TopicValue<Raw<T>>> rows, T record) {
    pulledAt = pulledAt.plusSeconds(1);
    List<RawRecord> log = logs.computeIfAbsent(topic.name(), name -> new ArrayList<>());
    rows.put(record.key(), new TopicValue<>(new Raw<>("p", pulledAt, record), log.size()));
    log.add(record);
    return this;
  }
}
