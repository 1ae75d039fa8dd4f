package dev.smartspawn.query.cost;

import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.BaselineKind;
import dev.smartspawn.schema.spawn.SpawnMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /costs/savings}: one comparison for each baseline. They compare the same spawns, so
 * they are never added up.
 */
public record SavingsBody(List<Savings> data, Meta meta) {

  static SavingsBody of(Period period, SavingsTable table) {
    List<Savings> comparisons = new ArrayList<>();
    for (BaselineKind kind : BaselineKind.values()) {
      Savings savings = savings(kind, period::covers, table);
      if (savings.spawns() > 0) {
        comparisons.add(savings);
      }
    }
    Predicate<SavingsKey> all = key -> key.baseline() == null && period.covers(key);
    return new SavingsBody(
        comparisons,
        new Meta(
            period.from(),
            period.to(),
            period.profile().orElse(null),
            Beside.of(table.sum(all.and(key -> key.ending().hasAnswer()))),
            Beside.of(table.sum(all.and(key -> !key.ending().hasAnswer())))));
  }

  static Savings savings(BaselineKind kind, Predicate<SavingsKey> wanted, SavingsTable table) {
    Predicate<SavingsKey> compared = key -> key.baseline() == kind && wanted.test(key);
    Predicate<SavingsKey> comparable =
        key ->
            key.baseline() == null
                && key.ending().hasAnswer()
                && (kind != BaselineKind.NO_CASCADE || key.mode() == SpawnMode.CASCADE)
                && wanted.test(key);
    SavingsRow sum = table.sum(compared);
    SavingsRow of = table.sum(comparable);
    Beside rest = new Beside(of.spawns() - sum.spawns(), of.costUsd().minus(sum.costUsd()));
    List<ByModel> models = new ArrayList<>();
    table
        .sums(compared, key -> Objects.requireNonNull(key.model()))
        .forEach((model, row) -> models.add(ByModel.of(model, row)));
    return Savings.of(kind, sum, rest, models);
  }

  /**
   * What spawns cost, beside what one answer from the baseline's model would have cost each time.
   *
   * @param baseline {@code best}: the best model at any price; {@code named}: the model that the
   *     operator named; {@code noCascade}: of cascades, the expensive model at once
   * @param costUsd of all calls of these spawns, judges and merges included
   * @param baselineUsd at the prices of their time and the lengths assumed
   * @param savedUsd {@code baselineUsd} minus {@code costUsd}; negative if they cost more
   * @param leastSavedUsd if the model's answers were as short as the interval of their length
   *     allows
   * @param mostSavedUsd if they were as long as it allows
   * @param uncompared spawns with an answer for which the model or its price was not known
   */
  public record Savings(
      BaselineKind baseline,
      long spawns,
      Usd costUsd,
      Usd baselineUsd,
      Usd savedUsd,
      Usd leastSavedUsd,
      Usd mostSavedUsd,
      Beside uncompared,
      List<ByModel> models) {

    static Savings of(BaselineKind kind, SavingsRow row, Beside rest, List<ByModel> models) {
      return new Savings(
          kind,
          row.spawns(),
          row.costUsd(),
          row.baselineUsd(),
          row.baselineUsd().minus(row.costUsd()),
          row.leastUsd().minus(row.costUsd()),
          row.mostUsd().minus(row.costUsd()),
          rest,
          models);
    }
  }

  /** The part of a comparison in which one model was the baseline's. */
  public record ByModel(
      CanonicalId model,
      long spawns,
      Usd costUsd,
      Usd baselineUsd,
      Usd savedUsd,
      Usd leastSavedUsd,
      Usd mostSavedUsd) {

    private static ByModel of(CanonicalId model, SavingsRow row) {
      return new ByModel(
          model,
          row.spawns(),
          row.costUsd(),
          row.baselineUsd(),
          row.baselineUsd().minus(row.costUsd()),
          row.leastUsd().minus(row.costUsd()),
          row.mostUsd().minus(row.costUsd()));
    }
  }

  /** Spawns that are counted beside, and what they cost. */
  public record Beside(long spawns, Usd costUsd) {

    private static Beside of(SavingsRow row) {
      return new Beside(row.spawns(), row.costUsd());
    }
  }

  /**
   * @param from the first day on which the spawns ended, UTC
   * @param to the last day
   * @param profile whose spawns; absent for everybody's
   * @param answered all spawns with an answer
   * @param unanswered spawns that failed or were cancelled; they are compared with nothing
   */
  public record Meta(
      LocalDate from, LocalDate to, @Nullable String profile, Beside answered, Beside unanswered) {}
}
