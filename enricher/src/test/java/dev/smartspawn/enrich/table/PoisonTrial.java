package dev.smartspawn.enrich.table;

import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.incumbent.Incumbents;
import dev.smartspawn.enrich.incumbent.OwnFigures;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.refresh.Leader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Poisons one entry of an input after another, and compares the tables. */
final class PoisonTrial {

  private static final Instant AFTER = Instant.EPOCH.plusSeconds(1);

  private final EnrichmentInput given;
  private final double small;
  private final ResolutionCache names = new ResolutionCache();
  private final SortedMap<CanonicalId, EnrichedModel> before;
  private final List<Leader> leaders;
  private double worst;

  /**
   * @param small points by which another model may move beyond what the loss of the entry moves it
   */
  PoisonTrial(EnrichmentInput given, double small) {
    this.given = given;
    this.small = small;
    this.before = table(given);
    this.leaders = Incumbents.after(List.of(), before.values(), id -> true, Instant.EPOCH);
  }

  /** The most points by which another model moved beyond what the loss of the entry moved it. */
  double worst() {
    return worst;
  }

  /** One sentence for each mutation that moved another model or pick. */
  List<String> violations(int mutations, Random random) {
    List<String> violations = new ArrayList<>();
    for (int i = 0; i < mutations; i++) {
      Poison poison = Poison.random(given, random);
      SortedMap<CanonicalId, EnrichedModel> lost = table(with(poison, null));
      SortedMap<CanonicalId, EnrichedModel> poisoned = table(with(poison, poison.mutated()));
      Set<CanonicalId> own = own(poison, poisoned);
      double excess = moved(poisoned, own) - moved(lost, own);
      worst = Math.max(worst, excess);
      if (excess > small) {
        violations.add("%s moves others by %.2f more than its loss".formatted(poison, excess));
      }
      for (String changed : changedPicks(poisoned, own)) {
        violations.add("%s: %s".formatted(poison, changed));
      }
    }
    return violations;
  }

  /** The entry's own model, and all that share its figures. */
  private Set<CanonicalId> own(Poison poison, SortedMap<CanonicalId, EnrichedModel> poisoned) {
    Set<CanonicalId> own = new HashSet<>();
    for (SortedMap<CanonicalId, EnrichedModel> table : List.of(before, poisoned)) {
      table.forEach(
          (id, model) -> {
            boolean isIts =
                id.value().equals(poison.key())
                    || model.evidence().stream()
                        .anyMatch(
                            one ->
                                one.source().equals(poison.source())
                                    && one.sourceId().equals(poison.key()));
            if (isIts) {
              own.add(id);
            }
          });
    }
    Set<CanonicalId> bases = new HashSet<>();
    own.forEach(id -> bases.add(id.base()));
    before.keySet().stream().filter(id -> bases.contains(id.base())).forEach(own::add);
    return own;
  }

  private double moved(SortedMap<CanonicalId, EnrichedModel> table, Set<CanonicalId> own) {
    double most = 0;
    for (Map.Entry<CanonicalId, EnrichedModel> model : before.entrySet()) {
      EnrichedModel after = table.get(model.getKey());
      if (own.contains(model.getKey()) || after == null) {
        continue;
      }
      for (Map.Entry<Category, QualityEstimate> estimate :
          model.getValue().estimates().entrySet()) {
        QualityEstimate now = after.estimates().get(estimate.getKey());
        if (now != null) {
          most = Math.max(most, Math.abs(now.estimate() - estimate.getValue().estimate()));
        }
      }
    }
    return most;
  }

  /** Of the answers that are served: a leader stays until there is a reason to change it. */
  private List<String> changedPicks(
      SortedMap<CanonicalId, EnrichedModel> after, Set<CanonicalId> own) {
    Map<StandardQuestion, CanonicalId> were = answers(leaders);
    Map<StandardQuestion, CanonicalId> are =
        answers(Incumbents.after(leaders, after.values(), id -> isChanged(id, after), AFTER));
    List<String> changed = new ArrayList<>();
    for (StandardQuestion question : StandardQuestion.ALL) {
      CanonicalId was = were.get(question);
      CanonicalId is = are.get(question);
      if (!Objects.equals(is, was) && !own.contains(was) && !own.contains(is)) {
        changed.add("the pick of %s changes from %s to %s".formatted(question, was, is));
      }
    }
    return changed;
  }

  private boolean isChanged(CanonicalId id, SortedMap<CanonicalId, EnrichedModel> after) {
    EnrichedModel was = before.get(id);
    EnrichedModel is = after.get(id);
    return was == null || is == null || !OwnFigures.digest(was).equals(OwnFigures.digest(is));
  }

  private static Map<StandardQuestion, CanonicalId> answers(List<Leader> leaders) {
    return leaders.stream().collect(Collectors.toMap(Leader::question, Leader::model));
  }

  private SortedMap<CanonicalId, EnrichedModel> table(EnrichmentInput input) {
    return EnrichedTable.of(input, names).models();
  }

  private EnrichmentInput with(Poison poison, RawRecord instead) {
    return new EnrichmentInput(
        replaced(given.openRouter(), poison, instead),
        given.sources().stream()
            .<SourceRecords<?>>map(records -> replaced(records, poison, instead))
            .toList(),
        given.aliases(),
        given.overrides(),
        given.today());
  }

  private static <T extends RawRecord> SourceRecords<T> replaced(
      SourceRecords<T> records, Poison poison, RawRecord instead) {
    return new SourceRecords<>(records.reading(), replaced(records.records(), poison, instead));
  }

  @SuppressWarnings("unchecked") // a mutated record has the type of its original
  private static <T extends RawRecord> Collection<TopicValue<Raw<T>>> replaced(
      Collection<TopicValue<Raw<T>>> records, Poison poison, RawRecord instead) {
    SortedMap<String, TopicValue<Raw<T>>> changed = new TreeMap<>();
    for (TopicValue<Raw<T>> stored : records) {
      Raw<T> raw = stored.value();
      if (raw.record() != poison.original()) {
        changed.put(raw.record().key(), stored);
      } else if (instead != null) {
        changed.put(
            raw.record().key(),
            new TopicValue<>(
                new Raw<>(raw.pullId(), raw.pulledAt(), (T) instead), stored.offset()));
      }
    }
    return changed.values();
  }
}
