package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.Finding;
import dev.smartspawn.enrich.intake.Held;
import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.Topics;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every number that was found of a model, chosen for it or not, with the record it stands in. In
 * the order of sources, of their records' keys and of metrics.
 */
public final class PaperTrail {

  /** The rule of figures that stand in the model's own listing: no name had to be matched. */
  public static final String EMBEDDED = "embedded";

  /** Between the rule and the id of the model whose evidence a variant or an alias shares. */
  public static final String SHARED = " via ";

  private static final int ONLY_PARTITION = 0;
  private static final double CERTAIN = 1;

  private final CanonicalId model;
  private final List<Evidence> evidence = new ArrayList<>();

  private PaperTrail(CanonicalId model) {
    this.model = model;
  }

  /**
   * @param model whom the records are given for; some may be its base's or its target's
   */
  public static List<Evidence> of(
      CanonicalId model, dev.smartspawn.enrich.evidence.Evidence found) {
    PaperTrail trail = new PaperTrail(model);
    if (found.embedding() != null) {
      trail.addEmbedded(found.embedding());
    }
    trail.add(
        Source.ARTIFICIAL_ANALYSIS,
        Topics.RAW_ARTIFICIAL_ANALYSIS.name(),
        found.artificialAnalysis(),
        row -> row.name(),
        Readings::of);
    trail.add(
        Source.HF_LEADERBOARD,
        Topics.RAW_HF_LEADERBOARD.name(),
        found.hfLeaderboard(),
        row -> row.fullname(),
        Readings::of);
    trail.addRatings(found.textBoard());
    trail.addRatings(found.visionBoard());
    trail.add(
        Source.LIVEBENCH,
        Topics.RAW_LIVEBENCH.name(),
        found.liveBench(),
        result -> result.model(),
        Readings::of);
    return trail.evidence;
  }

  private void addRatings(List<Finding<ArenaRating>> board) {
    add(Source.LMARENA, Topics.RAW_LMARENA.name(), board, row -> row.name(), Readings::of);
  }

  private void addEmbedded(Held<Raw<OpenRouterModel>> listing) {
    OpenRouterModel record = listing.value().record();
    Place place =
        new Place(
            Source.OPENROUTER,
            Topics.RAW_OPENROUTER.name(),
            listing,
            record.name(),
            null,
            rule(EMBEDDED, CanonicalId.of(record.id())),
            CERTAIN);
    Readings.of(record).forEach(reading -> evidence.add(place.of(reading)));
  }

  private <T extends RawRecord> void add(
      Source source,
      String topic,
      List<Finding<T>> findings,
      Function<T, String> naming,
      Function<T, Collection<Reading>> reading) {
    for (Finding<T> finding : findings) {
      Place place =
          new Place(
              source,
              topic,
              finding.held(),
              naming.apply(finding.record()),
              finding.match().effort(),
              rule(finding.match().rule().id(), finding.match().id()),
              finding.match().confidence());
      reading.apply(finding.record()).forEach(number -> evidence.add(place.of(number)));
    }
  }

  private String rule(String rule, CanonicalId owner) {
    return owner.equals(model) ? rule : rule + SHARED + owner;
  }

  /** What all numbers of one record have in common. */
  private record Place(
      Source source,
      String topic,
      Held<? extends Raw<?>> held,
      String name,
      @Nullable String effort,
      String rule,
      double confidence) {

    Evidence of(Reading reading) {
      return new Evidence(
          reading.metric(),
          reading.value(),
          reading.raw(),
          reading.unit().id(),
          source,
          held.value().record().key(),
          name,
          effort,
          held.value().pulledAt(),
          rule,
          confidence,
          topic,
          ONLY_PARTITION,
          held.offset());
    }
  }
}
