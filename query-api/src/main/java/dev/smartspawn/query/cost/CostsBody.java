package dev.smartspawn.query.cost;

import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.money.Usd;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code GET /costs}: one group per combination of what is asked for, in alphabetical order. */
public record CostsBody(List<Group> data, Meta meta) {

  static CostsBody of(
      CostQuestion question, SortedMap<List<String>, SpendRow> sums, Ceiling ceiling) {
    List<Group> groups =
        sums.entrySet().stream()
            .map(each -> Group.of(question.by(), each.getKey(), each.getValue()))
            .toList();
    SpendRow total = sums.values().stream().reduce(SpendRow.NOTHING, SpendRow::plus);
    return new CostsBody(
        groups,
        new Meta(
            question.period().from(),
            question.period().to(),
            question.by().stream().map(CostDimension::id).toList(),
            question.period().profile().orElse(null),
            Group.of(List.of(), List.of(), total),
            ceiling));
  }

  /**
   * What calls cost together. Of {@code day} to {@code purpose}, only what is asked for is there;
   * {@code unknown} is a category or mode that the ledger does not have.
   *
   * @param day UTC, on which the calls were started
   * @param costUsd all that counts, {@code ambiguousUsd} included
   * @param ambiguousUsd what is counted for calls whose outcome is unknown or not known yet, at the
   *     most that they can cost
   * @param calls the number of calls started
   * @param ambiguousCalls those whose outcome is unknown or not known yet
   * @param estimatedCalls those charged at an upper bound, because the provider reported no usage
   * @param failedCalls those that returned nothing usable
   * @param unpricedCalls those whose record does not say with which price they were reckoned
   */
  public record Group(
      @Nullable String day,
      @Nullable String model,
      @Nullable String category,
      @Nullable String mode,
      @Nullable String profile,
      @Nullable String purpose,
      Usd costUsd,
      Usd ambiguousUsd,
      long calls,
      long ambiguousCalls,
      long estimatedCalls,
      long failedCalls,
      long unpricedCalls,
      long promptTokens,
      long completionTokens) {

    private static Group of(List<CostDimension> by, List<String> values, SpendRow row) {
      Map<CostDimension, String> named = new TreeMap<>();
      for (int i = 0; i < by.size(); i++) {
        named.put(by.get(i), values.get(i));
      }
      return new Group(
          named.get(CostDimension.DAY),
          named.get(CostDimension.MODEL),
          named.get(CostDimension.CATEGORY),
          named.get(CostDimension.MODE),
          named.get(CostDimension.PROFILE),
          named.get(CostDimension.PURPOSE),
          row.costUsd(),
          row.ambiguousUsd(),
          row.calls(),
          row.ambiguousCalls(),
          row.estimatedCalls(),
          row.failedCalls(),
          row.unpricedCalls(),
          row.tokens().prompt(),
          row.tokens().completion());
    }
  }

  /**
   * @param from the first day, UTC
   * @param to the last day
   * @param by what the costs are added up by
   * @param profile whose costs; absent for everybody's
   * @param total of all groups
   * @param ceiling how much of today's limit is used
   */
  public record Meta(
      LocalDate from,
      LocalDate to,
      List<String> by,
      @Nullable String profile,
      Group total,
      Ceiling ceiling) {}

  /**
   * The operator's limit for a day.
   *
   * @param day today, UTC
   * @param costUsd what its calls cost so far, reservations included
   * @param limitUsd the most they may cost
   */
  public record Ceiling(LocalDate day, Usd costUsd, Usd limitUsd) {}
}
