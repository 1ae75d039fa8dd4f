package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.MatchedRecord;
import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every number that was found of a model, chosen for it or not, with the record it stands in. In
 * the order of sources, of their records' keys and of metrics.
 */
public final class ModelEvidence {

  /** The rule of figures that stand in the model's own listing: no name had to be matched. */
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
   * @param model whom the records are given for; some may be its base's or its target's
   * @param override its own, if it has one
   */
  public static List<Evidence> of(
      CanonicalId model, ModelRecords found, @Nullable TopicValue<ModelOverride> override) {
    ModelEvidence trail = new ModelEvidence(model);
    if (found.embedding() != null) {
      trail.addEmbedded(found.embedding());
    }
    trail.add(
        Source.ARTIFICIAL_ANALYSIS,
        Topics.RAW_ARTIFICIAL_ANALYSIS.name(),
        found.artificialAnalysis(),
        row -> row.name(),
        MetricReadings::of);
    trail.add(
        Source.HF_LEADERBOARD,
        Topics.RAW_HF_LEADERBOARD.name(),
        found.hfLeaderboard(),
        row -> row.fullname(),
        MetricReadings::of);
    trail.addRatings(found.textBoard());
    trail.addRatings(found.visionBoard());
    trail.add(
        Source.LIVEBENCH,
        Topics.RAW_LIVEBENCH.name(),
        found.liveBench(),
        result -> result.model(),
        MetricReadings::of);
    if (override != null) {
      trail.addForced(override);
    }
    return trail.evidence;
  }

  private void addRatings(List<MatchedRecord<ArenaRating>> board) {
    add(Source.LMARENA, Topics.RAW_LMARENA.name(), board, row -> row.name(), MetricReadings::of);
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
    add(MetricReadings.of(record), place);
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
    add(MetricReadings.of(override.value()), place);
  }

  private <T extends RawRecord> void add(
      Source source,
      String topic,
      List<MatchedRecord<T>> findings,
      Function<T, String> naming,
      Function<T, Collection<MetricReading>> reading) {
    for (MatchedRecord<T> finding : findings) {
      Place place =
          new Place(
              source,
              topic,
              finding.held().offset(),
              finding.record().key(),
              naming.apply(finding.record()),
              finding.match().effort(),
              finding.held().value().pulledAt(),
              rule(finding.match().rule().id(), finding.match().id()),
              finding.match().confidence());
      add(reading.apply(finding.record()), place);
    }
  }

  private void add(Collection<MetricReading> readings, Place place) {
    readings.forEach(reading -> evidence.add(place.of(reading)));
  }

  private String rule(String rule, CanonicalId owner) {
    return owner.equals(model) ? rule : rule + SHARED + owner;
  }

  /** What all numbers of one record have in common. */
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
      return new Evidence(
          reading.metric(),
          reading.value(),
          reading.raw(),
          reading.unit().id(),
          source,
          key,
          name,
          effort,
          pulledAt,
          rule,
          confidence,
          topic,
          ONLY_PARTITION,
          offset);
    }
  }
}
