package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.input.EnrichmentInput;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Every source's records, by the model they are about. */
public final class EvidenceTable {

  private final ModelCatalogue catalogue;
  private final ResolutionCache names;
  private final Map<CanonicalId, List<MatchedRecord<ArtificialAnalysisModel>>> artificialAnalysis;
  private final Map<CanonicalId, List<MatchedRecord<HfEvaluation>>> hfLeaderboard;
  private final Map<CanonicalId, List<MatchedRecord<ArenaRating>>> arena;
  private final Map<CanonicalId, List<MatchedRecord<LiveBenchResult>>> liveBench;
  private final SortedMap<String, UnresolvedName> unresolved = new TreeMap<>();

  private EvidenceTable(ModelCatalogue catalogue, ResolutionCache names, EnrichmentInput input) {
    this.catalogue = catalogue;
    this.names = names;
    artificialAnalysis =
        byModel(Source.ARTIFICIAL_ANALYSIS, input.artificialAnalysis(), NamedRecord::of);
    hfLeaderboard = byModel(Source.HF_LEADERBOARD, input.hfLeaderboard(), NamedRecord::of);
    arena = byModel(Source.LMARENA, input.arena(), NamedRecord::of);
    liveBench = byModel(Source.LIVEBENCH, input.liveBench(), NamedRecord::of);
  }

  /** Resolves every name against the whole catalogue, all aliases and its source's other names. */
  public static EvidenceTable gather(
      ModelCatalogue catalogue, EnrichmentInput input, ResolutionCache names) {
    names.over(catalogue.listings(), input.aliases().stream().map(TopicValue::value).toList());
    return new EvidenceTable(catalogue, names, input);
  }

  /** The model's own evidence; a variant or an alias shares its origin's. */
  public ModelRecords about(ListedModel entry) {
    ModelRecords evidence = ownOf(entry);
    for (ListedModel origin : catalogue.originsOf(entry)) {
      evidence = evidence.orElse(ownOf(origin));
    }
    return evidence;
  }

  /**
   * The names that mean no model, by source and key. None while there is no catalogue that they
   * could be in.
   */
  public SortedMap<String, UnresolvedName> unresolved() {
    return catalogue.entries().isEmpty() ? new TreeMap<>() : unresolved;
  }

  private ModelRecords ownOf(ListedModel entry) {
    List<MatchedRecord<ArenaRating>> ratings = arena.getOrDefault(entry.id(), List.of());
    return new ModelRecords(
        entry.embedsIndices() ? catalogue.recordOf(entry) : null,
        artificialAnalysis.getOrDefault(entry.id(), List.of()),
        hfLeaderboard.getOrDefault(entry.id(), List.of()),
        on(Board.TEXT, ratings),
        on(Board.VISION, ratings),
        liveBench.getOrDefault(entry.id(), List.of()));
  }

  private static List<MatchedRecord<ArenaRating>> on(
      Board board, List<MatchedRecord<ArenaRating>> ratings) {
    return ratings.stream().filter(rating -> rating.record().board() == board).toList();
  }

  private <T extends RawRecord> Map<CanonicalId, List<MatchedRecord<T>>> byModel(
      Source source, Collection<TopicValue<Raw<T>>> rows, Function<T, NamedRecord> naming) {
    List<NamedRecord> named = rows.stream().map(row -> naming.apply(row.value().record())).toList();
    Resolution resolution = names.resolve(source, named);
    unresolved.putAll(resolution.unresolved());
    Map<CanonicalId, List<MatchedRecord<T>>> found = new HashMap<>();
    int next = 0;
    for (TopicValue<Raw<T>> row : rows) {
      if (resolution.decisions().get(next++) instanceof Decision.Match match) {
        found
            .computeIfAbsent(match.id(), id -> new ArrayList<>())
            .add(new MatchedRecord<>(row, match));
      }
    }
    return found;
  }
}
