package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.ModelChange;
import dev.smartspawn.schema.enriched.ModelChange.Kind;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the table with the values that were last reported. */
public final class ChangeDetector {

  private final CachedStore<CanonicalId, ReportedValues> told;

  public ChangeDetector(CachedStore<CanonicalId, ReportedValues> told) {
    this.told = told;
  }

  /**
   * The differences between {@code models} and the models of the last call. In the first call every
   * model is added.
   *
   * @param because by source, the pull that was applied since
   */
  public List<ModelChange> advanceTo(
      SortedMap<CanonicalId, EnrichedModel> models, Map<Source, String> because, Instant at) {
    SortedSet<CanonicalId> ids = new TreeSet<>(told.rows().keySet());
    ids.addAll(models.keySet());
    List<ModelChange> changes = new ArrayList<>();
    for (CanonicalId id : ids) {
      @Nullable EnrichedModel model = models.get(id);
      @Nullable ReportedValues now = model == null ? null : ReportedValues.of(model);
      @Nullable ReportedValues before = told.get(id);
      if (!Objects.equals(before, now)) {
        new Comparison(id, because, at, changes).compare(before, now);
        told.put(id, now);
      }
    }
    return changes;
  }

  /** Adds one model's differences to {@code changes}. */
  private record Comparison(
      CanonicalId id, Map<Source, String> because, Instant at, List<ModelChange> changes) {

    void compare(@Nullable ReportedValues before, @Nullable ReportedValues now) {
      if (before == null) {
        add(Kind.ADDED, null, null, null);
      } else if (now == null) {
        add(Kind.REMOVED, null, null, null);
      } else {
        for (Category category : Category.values()) {
          compare(category, before, now);
        }
        addIfDifferent(Kind.PRICE, "pricing.prompt", before.prompt(), now.prompt());
        addIfDifferent(Kind.PRICE, "pricing.completion", before.completion(), now.completion());
      }
    }

    /**
     * One changed number shifts every estimate. An estimate is reported only for a model whose own
     * numbers changed, and only if its score did not change as well.
     */
    private void compare(Category category, ReportedValues before, ReportedValues now) {
      @Nullable Double from = before.scores().get(category);
      @Nullable Double to = now.scores().get(category);
      boolean ownNumbers = before.evidence() != null && !before.evidence().equals(now.evidence());
      if (Objects.equals(from, to) && ownNumbers) {
        addIfDifferent(
            Kind.SCORE,
            "estimates." + category.id(),
            before.estimates().get(category),
            now.estimates().get(category));
      } else {
        addIfDifferent(Kind.SCORE, "scores." + category.id(), from, to);
      }
    }

    private void addIfDifferent(
        Kind kind, String field, @Nullable Double from, @Nullable Double to) {
      if (!Objects.equals(from, to)) {
        add(kind, field, from, to);
      }
    }

    private void add(
        Kind kind, @Nullable String field, @Nullable Double from, @Nullable Double to) {
      changes.add(ModelChange.of(id, kind, field, from, to, because, at));
    }
  }
}
