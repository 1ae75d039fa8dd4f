package dev.smartspawn.enrich.table;

import dev.smartspawn.enrich.evidence.ResolutionCache;
import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.EnrichmentInput;
import dev.smartspawn.enrich.source.SourceRecords;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Poisons one entry of an input after another, and compares the tables. */
final class PoisonTrial {

  private final EnrichmentInput given;
  private final double small;
  private final ResolutionCache names = new ResolutionCache();
  private final SortedMap<CanonicalId, EnrichedModel> before;
  private double worst;

  /**
   * @param small points by which another model may move beyond what the loss of the entry moves it
   */
  PoisonTrial(EnrichmentInput given, double small) {
    this.given = given;
    this.small = small;
    this.before = table(given);
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

  private List<String> changedPicks(
      SortedMap<CanonicalId, EnrichedModel> after, Set<CanonicalId> own) {
    List<String> changed = new ArrayList<>();
    for (Category category : Category.values()) {
      for (Budget budget : Budget.values()) {
        Optional<CanonicalId> was = pick(before, category, budget);
        Optional<CanonicalId> is = pick(after, category, budget);
        boolean mayChange =
            was.filter(own::contains).isPresent() || is.filter(own::contains).isPresent();
        if (!is.equals(was) && !mayChange) {
          changed.add(
              "the %s pick at %s changes from %s to %s".formatted(category, budget, was, is));
        }
      }
    }
    return changed;
  }

  private static Optional<CanonicalId> pick(
      SortedMap<CanonicalId, EnrichedModel> table, Category category, Budget budget) {
    return table.values().stream()
        .filter(model -> !model.isRouter() && !model.id().isAlias())
        .filter(model -> model.id().variant().isEmpty())
        .filter(model -> model.categories().contains(category))
        .filter(model -> budget.affords(model.pricing().promptWithFee()))
        .filter(model -> model.estimates().containsKey(category))
        .max(
            Comparator.comparingDouble((EnrichedModel model) -> estimate(model, category).low())
                .thenComparing(model -> estimate(model, category).estimate())
                .thenComparing(EnrichedModel::id))
        .map(EnrichedModel::id);
  }

  private static QualityEstimate estimate(EnrichedModel model, Category category) {
    return Objects.requireNonNull(model.estimates().get(category));
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
