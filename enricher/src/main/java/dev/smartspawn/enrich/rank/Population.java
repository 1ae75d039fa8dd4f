package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.benchmark.DefaultEffort;
import dev.smartspawn.enrich.benchmark.IndexVersion;
import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.evidence.EvidenceTable;
import dev.smartspawn.enrich.evidence.MatchedRecord;
import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The catalogue as ranking sees it. Of a source's rows for one model the one counts that was
 * measured nearest to the effort a caller gets by default, and none that was measured in the other
 * mode, reasoning or not.
 */
public final class Population {

  /** What carries an index version. */
  private static final Set<Metric> INDICES =
      EnumSet.of(Metric.AA_INTELLIGENCE, Metric.AA_CODING, Metric.AA_AGENTIC);

  /** Of several evaluations of a model its maker's own, then the best. */
  private static final Comparator<MatchedRecord<HfEvaluation>> OFFICIAL_FIRST =
      Comparator.comparing(
              (MatchedRecord<HfEvaluation> one) ->
                  !Boolean.TRUE.equals(one.record().officialProvider()))
          .thenComparing(
              one -> Objects.requireNonNullElse(one.record().average(), Double.NEGATIVE_INFINITY),
              Comparator.reverseOrder())
          .thenComparing(one -> one.record().key());

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
    DefaultEffort effort = DefaultEffort.of(entry);
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    figures.putAll(embedded(entry));
    figures.putAll(analysis(effort.sharingMode(found.artificialAnalysis()), effort));
    effort
        .nearest(effort.sharingMode(found.textBoard()))
        .ifPresent(one -> figures.putAll(MetricFigures.of(one.record())));
    effort
        .nearest(effort.sharingMode(found.visionBoard()))
        .ifPresent(one -> figures.putAll(MetricFigures.of(one.record())));
    effort
        .nearest(effort.sharingMode(found.liveBench()))
        .ifPresent(one -> figures.putAll(MetricFigures.of(one.record())));
    found.hfLeaderboard().stream()
        .min(OFFICIAL_FIRST)
        .ifPresent(one -> figures.putAll(MetricFigures.of(one.record())));
    return figures;
  }

  /** Indices only from rows of the version that counts; everything else from the nearest row. */
  private Map<Metric, Double> analysis(
      List<MatchedRecord<ArtificialAnalysisModel>> rows, DefaultEffort effort) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    effort.nearest(rows).ifPresent(row -> figures.putAll(MetricFigures.of(row.record())));
    figures.keySet().removeAll(INDICES);
    List<MatchedRecord<ArtificialAnalysisModel>> comparable =
        rows.stream()
            .filter(
                row ->
                    version
                        .name()
                        .equals(Objects.requireNonNullElse(row.record().indexVersion(), "")))
            .toList();
    effort
        .nearest(comparable)
        .map(row -> MetricFigures.of(row.record()))
        .ifPresent(
            indices -> {
              indices.keySet().retainAll(INDICES);
              figures.putAll(indices);
            });
    return figures;
  }

  /** The listing's own, or those of the model it is another name of. */
  private Map<Metric, Double> embedded(ListedModel entry) {
    return Stream.concat(Stream.of(entry), catalogue.originsOf(entry).stream())
        .map(listed -> MetricFigures.of(listed.listing()))
        .filter(figures -> !figures.isEmpty())
        .findFirst()
        .orElse(Map.of());
  }
}
