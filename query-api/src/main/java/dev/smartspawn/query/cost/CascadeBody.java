package dev.smartspawn.query.cost;

import dev.smartspawn.query.cost.SavingsBody.Savings;
import dev.smartspawn.schema.cost.SavingsKey;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpawnEnding;
import dev.smartspawn.schema.cost.SpendKey;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.BaselineKind;
import dev.smartspawn.schema.spawn.CallPurpose;
import dev.smartspawn.schema.spawn.SpawnMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code GET /costs/cascade}: how often the cheap model was good enough, and what that saved. */
public record CascadeBody(List<Cascades> data, Meta meta) {

  private static final String UNKNOWN = "unknown";

  static CascadeBody of(Period period, CostTables tables) {
    Predicate<SavingsKey> cascades = key -> key.mode() == SpawnMode.CASCADE && period.covers(key);
    List<Cascades> categories = new ArrayList<>();
    for (String category : tables.savings().sums(cascades, CascadeBody::categoryOf).keySet()) {
      categories.add(
          Cascades.of(
              category,
              cascades.and(key -> categoryOf(key).equals(category)),
              key -> period.covers(key) && CostDimension.CATEGORY.of(key).equals(category),
              tables));
    }
    return new CascadeBody(
        categories,
        new Meta(
            period.from(),
            period.to(),
            period.profile().orElse(null),
            Cascades.of(null, cascades, period::covers, tables)));
  }

  private static String categoryOf(SavingsKey key) {
    return key.category() == null ? UNKNOWN : key.category().id();
  }

  /**
   * @param category absent for all together
   * @param cascades that ended with an answer
   * @param goodEnough of these, those whose cheap answer a judge accepted
   * @param escalated those that asked the expensive model too
   * @param kept those whose cheap answer was kept although no judge accepted it
   * @param hitRate {@code goodEnough} as a part of {@code cascades}; absent without a cascade
   * @param unanswered those that failed or were cancelled
   * @param costUsd of all calls of the cascades that ended with an answer
   * @param judgesUsd of the judges' calls, counted on the days on which they began
   * @param savings compared with the expensive model at once, net of judges
   */
  public record Cascades(
      @Nullable String category,
      long cascades,
      long goodEnough,
      long escalated,
      long kept,
      @Nullable Double hitRate,
      long unanswered,
      Usd costUsd,
      Usd judgesUsd,
      Savings savings) {

    private static Cascades of(
        @Nullable String category,
        Predicate<SavingsKey> wanted,
        Predicate<SpendKey> calls,
        CostTables tables) {
      Predicate<SavingsKey> ended = key -> key.baseline() == null && wanted.test(key);
      Map<SpawnEnding, SavingsRow> endings = new EnumMap<>(SpawnEnding.class);
      endings.putAll(tables.savings().sums(ended, SavingsKey::ending));
      SavingsRow answered = tables.savings().sum(ended.and(key -> key.ending().hasAnswer()));
      long good = spawns(endings, SpawnEnding.GOOD_ENOUGH);
      return new Cascades(
          category,
          answered.spawns(),
          good,
          spawns(endings, SpawnEnding.ESCALATED),
          spawns(endings, SpawnEnding.KEPT),
          answered.spawns() == 0 ? null : (Double) ((double) good / answered.spawns()),
          spawns(endings, SpawnEnding.FAILED) + spawns(endings, SpawnEnding.CANCELLED),
          answered.costUsd(),
          judges(calls, tables.spend()),
          SavingsBody.savings(BaselineKind.NO_CASCADE, wanted, tables.savings()));
    }

    private static long spawns(Map<SpawnEnding, SavingsRow> endings, SpawnEnding ending) {
      return endings.getOrDefault(ending, SavingsRow.NOTHING).spawns();
    }

    private static Usd judges(Predicate<SpendKey> calls, SpendTable spend) {
      Predicate<SpendKey> judging =
          key -> key.purpose() == CallPurpose.JUDGE && key.mode() == SpawnMode.CASCADE;
      return Usd.sum(
          spend.sums(judging.and(calls), List.of(CostDimension.PURPOSE)).values().stream()
              .map(SpendRow::costUsd)
              .toList());
    }
  }

  /**
   * @param from the first day on which the cascades ended, UTC
   * @param to the last day
   * @param profile whose cascades; absent for everybody's
   */
  public record Meta(LocalDate from, LocalDate to, @Nullable String profile, Cascades total) {}
}
