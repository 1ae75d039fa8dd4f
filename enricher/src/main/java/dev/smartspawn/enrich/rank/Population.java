package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.source.DefaultEffort;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.MatchedRecord;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models with the figures the ranking uses. Of a source's rows for one model, the one measured
 * closest to the effort a caller gets by default counts, and none of the other mode, reasoning or
 * not.
 */
public final class Population {

  /** The metrics that have an index version. */
  private static final Set<Metric> INDICES =
      EnumSet.of(Metric.AA_INTELLIGENCE, Metric.AA_CODING, Metric.AA_AGENTIC);

  private static final Leaderboard<ArtificialAnalysisModel> ANALYSIS =
      SourceReadings.ARTIFICIAL_ANALYSIS.leaderboards().get(0);

  private final ModelCatalogue catalogue;
  private final EvidenceTable evidence;
  private final IndexVersion version;

  private Population(ModelCatalogue catalogue, EvidenceTable evidence, IndexVersion version) {
    this.catalogue = catalogue;
    this.evidence = evidence;
    this.version = version;
  }

  /**
   * @param version of Artificial Analysis' indices that counts
   * @return every model that writes text, in the order of their ids; no routers
   */
  public static List<MeasuredModel> of(
      ModelCatalogue catalogue, EvidenceTable evidence, IndexVersion version) {
    Population population = new Population(catalogue, evidence, version);
    return catalogue.entries().stream()
        .filter(entry -> !entry.isRouter() && entry.writesText())
        .map(population::measured)
        .toList();
  }

  private MeasuredModel measured(ListedModel entry) {
    Pricing pricing = entry.pricing();
    Capabilities capabilities = entry.capabilities();
    return new MeasuredModel(
        entry.id(),
        entry.listing().created(),
        pricing.prompt(),
        pricing.completion(),
        capabilities.reasoning(),
        capabilities.vision(),
        figures(entry));
  }

  private Map<Metric, Double> figures(ListedModel entry) {
    ModelRecords found = evidence.about(entry);
    DefaultEffort effort = DefaultEffort.of(entry, found.efforts());
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    figures.putAll(embedded(entry));
    for (Leaderboard<?> leaderboard : found.leaderboards()) {
      Map<Metric, Double> measured = figures(leaderboard, found, effort);
      if (evidence.arena().standsBack(leaderboard)) {
        measured.forEach((metric, value) -> figures.putIfAbsent(older(metric), value));
      } else {
        figures.putAll(measured);
      }
    }
    figures.keySet().removeAll(INDICES);
    figures.putAll(indices(found, effort));
    return figures;
  }

  /** Figures of two publications have two scales. */
  private static Metric older(Metric metric) {
    return switch (metric) {
      case ARENA_TEXT -> Metric.ARENA_OLDER_TEXT;
      case ARENA_VISION -> Metric.ARENA_OLDER_VISION;
      default -> metric;
    };
  }

  private static <T extends RawRecord> Map<Metric, Double> figures(
      Leaderboard<T> leaderboard, ModelRecords found, DefaultEffort effort) {
    SourceReading<T> reading = leaderboard.reading();
    return reading
        .ranked(found.on(leaderboard), effort)
        .map(matched -> reading.figures(matched.record()))
        .orElse(Map.of());
  }

  /** Indices only from rows of the version that counts; everything else from the nearest row. */
  private Map<Metric, Double> indices(ModelRecords found, DefaultEffort effort) {
    List<MatchedRecord<ArtificialAnalysisModel>> comparable =
        effort.sharingMode(found.on(ANALYSIS)).stream()
            .filter(row -> version.isOf(row.record()))
            .toList();
    Map<Metric, Double> indices = new EnumMap<>(Metric.class);
    effort
        .nearest(comparable)
        .ifPresent(row -> indices.putAll(SourceReadings.ARTIFICIAL_ANALYSIS.figures(row.record())));
    indices.keySet().retainAll(INDICES);
    return indices;
  }

  /** The listing's own, or those of the model it is a variant or an alias of. */
  private Map<Metric, Double> embedded(ListedModel entry) {
    return Stream.concat(Stream.of(entry), catalogue.originsOf(entry).stream())
        .map(listed -> embedded(listed.listing()))
        .filter(figures -> !figures.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }

  /** The indices newer catalogues embed; none for older ones. */
  private static Map<Metric, Double> embedded(OpenRouterModel listing) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    OpenRouterModel.@Nullable EmbeddedIndices indices = listing.artificialAnalysis();
    if (indices != null) {
      Figure.put(figures, Metric.EMBEDDED_INTELLIGENCE, indices.intelligenceIndex());
      Figure.put(figures, Metric.EMBEDDED_CODING, indices.codingIndex());
      Figure.put(figures, Metric.EMBEDDED_AGENTIC, indices.agenticIndex());
    }
    return figures;
  }
}
