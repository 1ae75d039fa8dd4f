package dev.smartspawn.enrich;

import dev.smartspawn.enrich.evidence.NameMemory;
import dev.smartspawn.enrich.intake.EnrichmentInput;
import dev.smartspawn.enrich.intake.Held;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
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
public final class Given {

  public static final LocalDate TODAY = LocalDate.parse("2026-07-01");

  private final SortedMap<String, Held<Raw<OpenRouterModel>>> openRouter = new TreeMap<>();
  private final SortedMap<String, Held<Raw<ArtificialAnalysisModel>>> analysis = new TreeMap<>();
  private final SortedMap<String, Held<Raw<HfEvaluation>>> hf = new TreeMap<>();
  private final SortedMap<String, Held<Raw<ArenaRating>>> arena = new TreeMap<>();
  private final SortedMap<String, Held<Raw<LiveBenchResult>>> liveBench = new TreeMap<>();
  private final SortedMap<String, Held<Alias>> aliases = new TreeMap<>();
  private final SortedMap<CanonicalId, Held<ModelOverride>> overrides = new TreeMap<>();

  /** Everything that was ever said, by topic and offset. */
  private final Map<String, List<RawRecord>> logs = new HashMap<>();

  /** Each record pulled a second after the last. */
  private Instant pulledAt = Instant.parse("2026-07-01T00:00:00Z");

  public Given listing(Listing listing) {
    return listing(listing.model());
  }

  public Given listing(OpenRouterModel model) {
    return put(Topics.RAW_OPENROUTER, openRouter, model);
  }

  public Given analysis(ArtificialAnalysisModel row) {
    return put(Topics.RAW_ARTIFICIAL_ANALYSIS, analysis, row);
  }

  public Given hf(HfEvaluation row) {
    return put(Topics.RAW_HF_LEADERBOARD, hf, row);
  }

  public Given rating(ArenaRating row) {
    return put(Topics.RAW_LMARENA, arena, row);
  }

  public Given liveBench(LiveBenchResult row) {
    return put(Topics.RAW_LIVEBENCH, liveBench, row);
  }

  public Given alias(String name, String id) {
    aliases.put(name, new Held<>(new Alias(name, CanonicalId.of(id)), 0));
    return this;
  }

  public Given override(ModelOverride override) {
    overrides.put(override.canonicalId(), new Held<>(override, 0));
    return this;
  }

  public EnrichmentInput on(LocalDate today) {
    return new EnrichmentInput(
        openRouter.values(),
        analysis.values(),
        hf.values(),
        arena.values(),
        liveBench.values(),
        aliases.values(),
        overrides,
        today);
  }

  public Enrichment enrichment() {
    return Enrichment.of(on(TODAY), new NameMemory());
  }

  public SortedMap<CanonicalId, EnrichedModel> table() {
    return table(TODAY);
  }

  public SortedMap<CanonicalId, EnrichedModel> table(LocalDate today) {
    return Enrichment.of(on(today), new NameMemory()).models();
  }

  public EnrichedModel model(String id) {
    return table().get(CanonicalId.of(id));
  }

  /** What stands in a topic at an offset. */
  public RawRecord record(String topic, long offset) {
    return logs.get(topic).get((int) offset);
  }

  private <T extends RawRecord> Given put(
      Topic<String, Raw<T>> topic, SortedMap<String, Held<Raw<T>>> rows, T record) {
    pulledAt = pulledAt.plusSeconds(1);
    List<RawRecord> log = logs.computeIfAbsent(topic.name(), name -> new ArrayList<>());
    rows.put(record.key(), new Held<>(new Raw<>("p", pulledAt, record), log.size()));
    log.add(record);
    return this;
  }
}
