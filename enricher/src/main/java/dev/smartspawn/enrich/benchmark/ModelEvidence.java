package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.metric.MetricReading.Unit;
import dev.smartspawn.enrich.metric.MetricReadings;
import dev.smartspawn.enrich.metric.Poll;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.MatchedRecord;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.EvidenceBuilder;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every number found about a model, used or not, with the record that contains it. In the order of
 * sources, of their records' keys and of metrics.
 */
public final class ModelEvidence {

  /** The rule of figures in the model's own listing: no name had to be matched. */
  public static final String EMBEDDED = "embedded";

  /** The rule of figures that are set by hand for exactly this model. */
  public static final String OVERRIDE = "override";

  /** Between the rule and the id of the model whose evidence a variant or an alias shares. */
  public static final String SHARED = " via ";

  private static final int ONLY_PARTITION = 0;
  private static final double CERTAIN = 1;

  private final CanonicalId model;
  private final List<Evidence> evidence = new ArrayList<>();

  private ModelEvidence(CanonicalId model) {
    this.model = model;
  }

  /**
   * @param model the model the records are for; some may be its base's or its target's
   * @param override the model's own override, if it has one
   */
  public static List<Evidence> of(
      CanonicalId model, ModelRecords found, @Nullable TopicValue<ModelOverride> override) {
    ModelEvidence trail = new ModelEvidence(model);
    if (found.embedding() != null) {
      trail.addEmbedded(found.embedding());
    }
    for (Leaderboard<?> leaderboard : found.leaderboards()) {
      trail.add(leaderboard, found);
    }
    if (override != null) {
      trail.addForced(override);
    }
    return trail.evidence;
  }

  private void addEmbedded(TopicValue<Raw<OpenRouterModel>> listing) {
    OpenRouterModel record = listing.value().record();
    Place place =
        new Place(
            Source.OPENROUTER,
            Topics.RAW_OPENROUTER.name(),
            listing.offset(),
            record.key(),
            record.name(),
            null,
            listing.value().pulledAt(),
            rule(EMBEDDED, CanonicalId.of(record.id())),
            CERTAIN);
    add(embedded(record), place);
  }

  private void addForced(TopicValue<ModelOverride> override) {
    String id = override.value().canonicalId().value();
    Place place =
        new Place(
            Source.OVERRIDES,
            Topics.REFERENCE_OVERRIDES.name(),
            override.offset(),
            id,
            id,
            null,
            null,
            OVERRIDE,
            CERTAIN);
    add(forced(override.value()), place);
  }

  private <T extends RawRecord> void add(Leaderboard<T> leaderboard, ModelRecords found) {
    SourceReading<T> reading = leaderboard.reading();
    for (MatchedRecord<T> matched : found.on(leaderboard)) {
      T record = matched.record();
      Place place =
          new Place(
              reading.source(),
              reading.topic().name(),
              matched.stored().offset(),
              record.key(),
              reading.named(record).name(),
              matched.match().effort(),
              matched.pulledAt(),
              rule(matched.match().rule().id(), matched.match().id()),
              matched.match().confidence());
      add(reading.readings(record), place);
    }
  }

  /** The indices that a listing embeds. */
  private static Collection<MetricReading> embedded(OpenRouterModel listing) {
    MetricReadings readings = new MetricReadings(Source.OPENROUTER);
    @Nullable EmbeddedIndices indices = listing.artificialAnalysis();
    if (indices != null) {
      readings.add("intelligence_index", indices.intelligenceIndex(), Unit.INDEX);
      readings.add("coding_index", indices.codingIndex(), Unit.INDEX);
      readings.add("agentic_index", indices.agenticIndex(), Unit.INDEX);
    }
    return readings.all();
  }

  /** The scores that an override forces. */
  private static Collection<MetricReading> forced(ModelOverride override) {
    MetricReadings readings = new MetricReadings(Source.OVERRIDES);
    override.scores().forEach((category, score) -> readings.add(category.id(), score, Unit.SCORE));
    return readings.all();
  }

  private void add(Collection<MetricReading> readings, Place place) {
    readings.forEach(reading -> evidence.add(place.of(reading)));
  }

  private String rule(String rule, CanonicalId owner) {
    return owner.equals(model) ? rule : rule + SHARED + owner;
  }

  /** The place that all numbers of one record share. */
  private record Place(
      Source source,
      String topic,
      long offset,
      String key,
      String name,
      @Nullable String effort,
      @Nullable Instant pulledAt,
      String rule,
      double confidence) {

    Evidence of(MetricReading reading) {
      EvidenceBuilder evidence =
          new EvidenceBuilder()
              .metric(reading.metric())
              .value(reading.value())
              .raw(reading.raw())
              .unit(reading.unit().id())
              .source(source)
              .sourceId(key)
              .sourceName(name)
              .effort(effort)
              .pulledAt(pulledAt)
              .rule(rule)
              .confidence(confidence)
              .topic(topic)
              .partition(ONLY_PARTITION)
              .offset(offset);
      @Nullable Poll poll = reading.poll();
      if (poll != null) {
        evidence
            .board(poll.board(), poll.category(), poll.published())
            .votes(poll.votes(), poll.lower(), poll.upper());
      }
      return evidence.build();
    }
  }
}
