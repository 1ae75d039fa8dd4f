package dev.smartspawn.query.cost;

import dev.smartspawn.query.cost.CascadeBody.Cascades;
import dev.smartspawn.query.cost.SavingsBody.Savings;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.money.Usd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /costs/digest}: the last whole day, week or month at a glance.
 *
 * @param markdown the same as a text
 */
public record DigestBody(Digest data, String markdown) {

  private static final int SHOWN = 5;

  static DigestBody of(Period period, Period before, CostTables tables) {
    SpendRow sum = sum(period, tables);
    SavingsBody savings = SavingsBody.of(period, tables.savings());
    Digest digest =
        new Digest(
            period.from(),
            period.to(),
            period.profile().orElse(null),
            sum.costUsd(),
            sum(before, tables).costUsd(),
            sum.calls(),
            savings.meta().answered().spawns() + savings.meta().unanswered().spawns(),
            sum.ambiguousUsd(),
            sum.ambiguousCalls(),
            highest(CostDimension.MODEL, period, tables),
            highest(CostDimension.CATEGORY, period, tables),
            savings.data(),
            CascadeBody.of(period, tables).meta().total());
    return new DigestBody(digest, DigestMarkdown.of(digest));
  }

  private static SpendRow sum(Period period, CostTables tables) {
    return tables.spend().sums(period::covers, List.of(CostDimension.PROFILE)).values().stream()
        .reduce(SpendRow.NOTHING, SpendRow::plus);
  }

  private static List<Share> highest(CostDimension by, Period period, CostTables tables) {
    List<Share> shares = new ArrayList<>();
    tables
        .spend()
        .sums(period::covers, List.of(by))
        .forEach((group, row) -> shares.add(new Share(group.get(0), row.costUsd(), row.calls())));
    shares.sort(Comparator.comparing(Share::costUsd).reversed());
    return shares.subList(0, Math.min(SHOWN, shares.size()));
  }

  /**
   * @param from the first day, UTC
   * @param to the last day
   * @param profile whose spawns; absent for everybody's
   * @param costUsd of all calls
   * @param costBeforeUsd of as many days before
   * @param spawns that ended
   * @param ambiguousUsd the part of {@code costUsd} that is counted for calls of unknown outcome
   * @param models with the highest costs, five at most
   * @param categories with the highest costs, five at most
   * @param savings one for each baseline; they are never added up
   */
  public record Digest(
      LocalDate from,
      LocalDate to,
      @Nullable String profile,
      Usd costUsd,
      Usd costBeforeUsd,
      long calls,
      long spawns,
      Usd ambiguousUsd,
      long ambiguousCalls,
      List<Share> models,
      List<Share> categories,
      List<Savings> savings,
      Cascades cascades) {}

  /**
   * @param name of a model or a category
   */
  public record Share(String name, Usd costUsd, long calls) {}
}
