package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.catalogue.Catalogue;
import dev.smartspawn.enrich.catalogue.CatalogueEntry;
import dev.smartspawn.enrich.intake.EnrichmentInput;
import dev.smartspawn.enrich.intake.Held;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every source's records, by the model they are about. */
public final class EvidenceTable {

  private final Catalogue catalogue;
  private final Map<CanonicalId, List<Finding<ArtificialAnalysisModel>>> artificialAnalysis;
  private final Map<CanonicalId, List<Finding<HfEvaluation>>> hfLeaderboard;
  private final Map<CanonicalId, List<Finding<ArenaRating>>> arena;
  private final Map<CanonicalId, List<Finding<LiveBenchResult>>> liveBench;

  private EvidenceTable(Catalogue catalogue, NameMemory names, EnrichmentInput input) {
    this.catalogue = catalogue;
    artificialAnalysis = byModel(names, input.artificialAnalysis(), NamedRecord::of);
    hfLeaderboard = byModel(names, input.hfLeaderboard(), NamedRecord::of);
    arena = byModel(names, input.arena(), NamedRecord::of);
    liveBench = byModel(names, input.liveBench(), NamedRecord::of);
  }

  /** Resolves every name against the whole catalogue and all aliases. */
  public static EvidenceTable gather(Catalogue catalogue, EnrichmentInput input, NameMemory names) {
    names.over(catalogue.listings(), input.aliases().stream().map(Held::value).toList());
    return new EvidenceTable(catalogue, names, input);
  }

  /** The model's own evidence; a variant or an alias shares its origin's. */
  public Evidence about(CatalogueEntry entry) {
    Evidence evidence = ownOf(entry.id());
    for (CatalogueEntry origin : catalogue.originsOf(entry)) {
      evidence = evidence.orElse(ownOf(origin.id()));
    }
    return evidence;
  }

  private Evidence ownOf(CanonicalId id) {
    List<Finding<ArenaRating>> ratings = arena.getOrDefault(id, List.of());
    return new Evidence(
        artificialAnalysis.getOrDefault(id, List.of()),
        hfLeaderboard.getOrDefault(id, List.of()),
        on(Board.TEXT, ratings),
        on(Board.VISION, ratings),
        liveBench.getOrDefault(id, List.of()));
  }

  private static List<Finding<ArenaRating>> on(Board board, List<Finding<ArenaRating>> ratings) {
    return ratings.stream().filter(rating -> rating.record().board() == board).toList();
  }

  private static <T extends RawRecord> Map<CanonicalId, List<Finding<T>>> byModel(
      NameMemory names, Collection<Held<Raw<T>>> rows, Function<T, NamedRecord> naming) {
    Map<CanonicalId, List<Finding<T>>> found = new HashMap<>();
    for (Held<Raw<T>> row : rows) {
      if (names.resolve(naming.apply(row.value().record())) instanceof Decision.Match match) {
        found.computeIfAbsent(match.id(), id -> new ArrayList<>()).add(new Finding<>(row, match));
      }
    }
    return found;
  }
}
