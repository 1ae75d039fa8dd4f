package dev.smartspawn.enrich.publication;

import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the table with the values that were last reported. A score or an estimate is reported
 * when it has moved by more than the error of the estimate since then; every other change always.
 */
public final class ChangeDetector {

  private final CachedStore<CanonicalId, ReportedValues> told;

  public ChangeDetector(CachedStore<CanonicalId, ReportedValues> told) {
    this.told = told;
  }

  /**
   * The changes worth reading since the values that were last reported. In the first call every
   * model is added.
   *
   * @param because by source, the pull that was applied since
   */
  public List<ModelChange> advanceTo(
      SortedMap<CanonicalId, EnrichedModel> models, Map<Source, String> because, Instant at) {
    List<ModelChange> changes = new ArrayList<>();
    Set<Category> common = EnumSet.noneOf(Category.class);
    for (Map.Entry<Category, CategoryMoves> moved : moves(models).entrySet()) {
      CategoryMoves moves = moved.getValue();
      if (moves.isCommon()) {
        common.add(moved.getKey());
        changes.add(
            ModelChange.ofCategory(
                moved.getKey(),
                moves.medianBefore(),
                moves.medianAfter(),
                because,
                at,
                moves.inWords()));
      }
    }
    SortedSet<CanonicalId> ids = new TreeSet<>(told.rows().keySet());
    ids.addAll(models.keySet());
    for (CanonicalId id : ids) {
      @Nullable ReportedValues before = told.get(id);
      @Nullable ReportedValues now =
          new Comparison(id, models.get(id), common, because, at, changes).compare(before);
      if (!Objects.equals(before, now)) {
        told.put(id, now);
      }
    }
    return changes;
  }

  private Map<Category, CategoryMoves> moves(SortedMap<CanonicalId, EnrichedModel> models) {
    Map<Category, CategoryMoves> moves = new EnumMap<>(Category.class);
    models.forEach(
        (id, model) -> {
          @Nullable ReportedValues before = told.get(id);
          if (before != null) {
            model
                .estimates()
                .forEach(
                    (category, to) -> {
                      @Nullable Double from = before.estimates().get(category);
                      if (from != null) {
                        moves
                            .computeIfAbsent(category, CategoryMoves::new)
                            .add(from, to.estimate(), exceeds(category, before, model));
                      }
                    });
          }
        });
    return moves;
  }

  /** Whether the score or the estimate moved by more than the estimate's error. */
  private static boolean exceeds(Category category, ReportedValues before, EnrichedModel model) {
    return scoreExceeds(category, before, model) || estimateExceeds(category, before, model);
  }

  private static boolean scoreExceeds(
      Category category, ReportedValues before, EnrichedModel model) {
    @Nullable Double from = before.scores().get(category);
    @Nullable Double to = model.scores().get(category);
    return from != null && to != null && Math.abs(to - from) > error(category, model);
  }

  private static boolean estimateExceeds(
      Category category, ReportedValues before, EnrichedModel model) {
    @Nullable Double from = before.estimates().get(category);
    @Nullable QualityEstimate to = model.estimates().get(category);
    return from != null && to != null && Math.abs(to.estimate() - from) > error(category, model);
  }

  /** Without an estimate every difference counts. */
  private static double error(Category category, EnrichedModel model) {
    @Nullable QualityEstimate estimate = model.estimates().get(category);
    return estimate == null ? 0 : estimate.error();
  }

  /**
   * Adds one model's changes to {@code changes}.
   *
   * @param model absent if it is gone
   * @param common the categories that moved as a whole
   */
  private record Comparison(
      CanonicalId id,
      @Nullable EnrichedModel model,
      Set<Category> common,
      Map<Source, String> because,
      Instant at,
      List<ModelChange> changes) {

    /** The values that are reported from now on. */
    @Nullable ReportedValues compare(@Nullable ReportedValues before) {
      if (model == null) {
        add(Kind.REMOVED, null, null, null);
        return null;
      }
      ReportedValues reported = ReportedValues.of(model);
      if (before == null) {
        add(Kind.ADDED, null, null, null);
        return reported;
      }
      for (Category category : Category.values()) {
        if (isKept(category, before, model)) {
          reported = reported.keeping(category, before);
        }
      }
      addIfDifferent(Kind.PRICE, "pricing.prompt", before.prompt(), reported.prompt());
      addIfDifferent(Kind.PRICE, "pricing.completion", before.completion(), reported.completion());
      if (before.capabilities() != null) {
        compare(before.capabilities(), model.capabilities());
      }
      return reported;
    }

    /**
     * Reports the category's score or estimate; true if its values stay the reported ones. A
     * category that begins or ends for a model follows from a price, a capability or a size, so
     * that its score appears or ends is not a change of its own.
     */
    private boolean isKept(Category category, ReportedValues before, EnrichedModel now) {
      @Nullable Double from = before.scores().get(category);
      @Nullable Double to = now.scores().get(category);
      if (from == null || to == null || common.contains(category)) {
        return false;
      }
      if (scoreExceeds(category, before, now)) {
        add(Kind.SCORE, "scores." + category.id(), from, to);
        return false;
      }
      if (estimateExceeds(category, before, now)) {
        add(
            Kind.SCORE,
            "estimates." + category.id(),
            before.estimates().get(category),
            ReportedValues.of(now).estimates().get(category));
        return false;
      }
      return before.estimates().containsKey(category);
    }

    private void compare(Capabilities before, Capabilities now) {
      compare("vision", before.vision(), now.vision());
      compare("functionCalling", before.functionCalling(), now.functionCalling());
      compare("streaming", before.streaming(), now.streaming());
      compare("json", before.json(), now.json());
      compare("reasoning", before.reasoning(), now.reasoning());
    }

    private void compare(String capability, boolean before, boolean now) {
      addIfDifferent(
          Kind.CAPABILITY, "capabilities." + capability, before ? 1.0 : 0.0, now ? 1.0 : 0.0);
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
