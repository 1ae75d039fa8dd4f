package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.catalogue.ListedModel;
import dev.smartspawn.enrich.catalogue.ModelCatalogue;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.name.Decision;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.MatchedRecord;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every source's records, by the model they are about. */
public final class EvidenceTable {

  private final ModelCatalogue catalogue;
  private final ResolutionCache resolutions;
  private final ArenaBasis arena;

  /** In the order of the sources. */
  private final List<Leaderboard<?>> leaderboards = new ArrayList<>();

  private final Map<CanonicalId, Map<Leaderboard<?>, List<MatchedRecord<?>>>> byModel =
      new HashMap<>();
  private final SortedMap<String, UnresolvedName> unresolved = new TreeMap<>();

  private EvidenceTable(ModelCatalogue catalogue, ResolutionCache resolutions, ArenaBasis arena) {
    this.catalogue = catalogue;
    this.resolutions = resolutions;
    this.arena = arena;
  }

  /** Resolves every name against the whole catalogue, all aliases and its source's other names. */
  public static EvidenceTable gather(
      ModelCatalogue catalogue, EnrichmentInput input, ResolutionCache resolutions) {
    resolutions.over(
        catalogue.listings(), input.aliases().stream().map(TopicValue::value).toList());
    EvidenceTable table = new EvidenceTable(catalogue, resolutions, ArenaBasis.of(input));
    input.sources().forEach(table::add);
    return table;
  }

  /** Which of LMArena's publications counts. */
  public ArenaBasis arena() {
    return arena;
  }

  /** The model's own records; a variant or an alias shares its origin's. */
  public ModelRecords about(ListedModel model) {
    ModelRecords records = ownOf(model);
    for (ListedModel origin : catalogue.originsOf(model)) {
      records = records.orElse(ownOf(origin), leaderboards);
    }
    return records;
  }

  /**
   * The names that mean no model, by source and key. None while there is no catalogue that they
   * could be in.
   */
  public SortedMap<String, UnresolvedName> unresolved() {
    return catalogue.entries().isEmpty() ? new TreeMap<>() : unresolved;
  }

  private ModelRecords ownOf(ListedModel model) {
    Map<Leaderboard<?>, List<MatchedRecord<?>>> records =
        byModel.getOrDefault(model.id(), Map.of());
    return new ModelRecords(
        model.embedsIndices() ? catalogue.recordOf(model) : null,
        Collections.unmodifiableMap(records));
  }

  private <T extends RawRecord> void add(SourceRecords<T> source) {
    SourceReading<T> reading = source.reading();
    leaderboards.addAll(reading.leaderboards());
    List<TopicValue<Raw<T>>> used = source.used();
    List<NamedRecord> names =
        used.stream().map(one -> reading.named(one.value().record())).toList();
    Resolution resolution = resolutions.resolve(reading.source(), names);
    unresolved.putAll(resolution.unresolved());
    for (Leaderboard<T> leaderboard : reading.leaderboards()) {
      int next = 0;
      for (TopicValue<Raw<T>> one : used) {
        if (resolution.decisions().get(next++) instanceof Decision.Match match
            && reading.isOn(leaderboard, one.value().record())) {
          byModel
              .computeIfAbsent(match.id(), id -> new LinkedHashMap<>())
              .computeIfAbsent(leaderboard, board -> new ArrayList<>())
              .add(new MatchedRecord<>(one, match));
        }
      }
    }
  }
}
